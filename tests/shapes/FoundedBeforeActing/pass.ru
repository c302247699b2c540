INSERT DATA { <organization/pgo-az> schema:foundingDate "2022"^^xsd:gYear . <organization/pgo-tr> schema:foundingDate "2022-08-09"^^xsd:date }
