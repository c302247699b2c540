DELETE WHERE { <claim/held> rdf:predicate ?old }
