INSERT DATA { <organization/pgo-tr> org:memberOf <organization/ots-pgc> }
