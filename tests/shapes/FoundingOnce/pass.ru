INSERT DATA { <organization/ots> schema:foundingDate "2009-10-03"^^xsd:date , "--10-03"^^xsd:gMonthDay }
