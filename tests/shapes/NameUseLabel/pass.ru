INSERT DATA { <name/turkic-council> skos:prefLabel "Turkic Council"@en }
