DELETE WHERE { <place/baku> skos:prefLabel ?old }
