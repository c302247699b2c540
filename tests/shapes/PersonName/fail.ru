INSERT DATA { <person/one> skos:altLabel "Anar 2022"@az }
