INSERT DATA { <organization/ots> skos:altLabel "T"@az , "Türk Dövlətləri Təşkilatı (TDT)"@az }
