INSERT DATA { <organization/ots> skos:altLabel "Türk Dövlətləri\n\nTəşkilatı"@az }
