DELETE WHERE { <name/turkic-council> skos:prefLabel ?old }
