INSERT DATA { <organization/pgo-tr> org:subOrganizationOf <state/TR> }
