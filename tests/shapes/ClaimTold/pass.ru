DELETE WHERE { <claim/held> rdf:predicate ?p ; rdf:object ?o } ;
INSERT DATA { <claim/held> rdf:predicate skos:altLabel ; rdf:object "Seminar"@az }
