INSERT DATA { <organization/ots> schema:foundingDate "2010-10-03"^^xsd:date }
