DELETE WHERE { <claim/held> rdf:subject ?old } ;
INSERT DATA { <claim/held> rdf:subject <event/visit> }
