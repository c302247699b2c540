INSERT DATA { <organization/ots> skos:altLabel "OTG"@ru-latn }
