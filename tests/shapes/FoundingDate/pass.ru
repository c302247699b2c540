INSERT DATA { <organization/pgo-az> schema:foundingDate "1918-10"^^xsd:gYearMonth }
