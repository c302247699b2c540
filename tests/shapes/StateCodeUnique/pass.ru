INSERT DATA { <state/TM> a q:State ; q:isoCode "TM" ; skos:prefLabel "Türkmənistan"@az }
