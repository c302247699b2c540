INSERT DATA { <state/turkey> a q:State ; q:isoCode "TR" ; skos:prefLabel "Turkey"@en }
