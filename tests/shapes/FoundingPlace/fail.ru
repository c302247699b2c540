INSERT DATA { <organization/ots> schema:foundingLocation <organization/pgo-az> }
