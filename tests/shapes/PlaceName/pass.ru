DELETE WHERE { <place/baku> skos:prefLabel ?old } ;
INSERT DATA { <place/baku> skos:altLabel "Bakı şəhəri"@az }
