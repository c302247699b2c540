DELETE WHERE { <person/one> rdfs:label ?old } ;
INSERT DATA { <person/one> schema:name "A.Qasımlı" }
