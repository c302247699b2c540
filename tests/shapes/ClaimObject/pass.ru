DELETE WHERE { <claim/held> rdf:predicate ?p ; rdf:object ?o } ;
INSERT DATA { <claim/held> rdf:predicate q:theme ; rdf:object "Hüquqi yardım"@az }
