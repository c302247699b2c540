INSERT DATA { <state/TR> skos:prefLabel "Türkiye"@tr ; skos:altLabel "Türkiyə Respublikası"@az }
