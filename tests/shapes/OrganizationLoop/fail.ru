INSERT DATA { <organization/ots> org:subOrganizationOf <organization/ots-pgc> }
