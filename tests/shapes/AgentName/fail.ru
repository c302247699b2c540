DELETE WHERE { <person/one> rdfs:label ?old }
