INSERT DATA { <state/TR> q:capital <organization/pgo-tr> }
