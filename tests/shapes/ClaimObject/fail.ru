DELETE WHERE { <claim/held> rdf:object ?old }
