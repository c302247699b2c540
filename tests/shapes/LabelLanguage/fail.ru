INSERT DATA { <organization/ots> skos:altLabel "OTS" }
