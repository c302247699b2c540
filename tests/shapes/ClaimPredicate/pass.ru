DELETE WHERE { <claim/held> rdf:predicate ?p ; rdf:object ?o } ;
INSERT DATA { <claim/held> rdf:predicate schema:location ; rdf:object <place/baku> }
