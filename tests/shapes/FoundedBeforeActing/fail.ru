INSERT DATA { <organization/pgo-az> schema:foundingDate "2022-09"^^xsd:gYearMonth }
