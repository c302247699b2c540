INSERT DATA { <organization/ots> schema:foundingLocation <state/AZ> }
