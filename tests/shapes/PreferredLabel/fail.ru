INSERT DATA { <state/TR> skos:prefLabel "Türkiyə Respublikası"@az }
