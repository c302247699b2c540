DELETE WHERE { <claim/held> rdf:subject ?old }
