INSERT DATA { <organization/pgo-az> schema:foundingDate "1918"^^xsd:gYear }
