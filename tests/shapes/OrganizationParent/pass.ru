INSERT DATA { <organization/pgo-tr> org:subOrganizationOf <organization/ots-pgc> }
