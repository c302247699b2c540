INSERT DATA { <organization/press> org:subOrganizationOf <organization/ots> }
