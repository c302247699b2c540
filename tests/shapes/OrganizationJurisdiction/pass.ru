INSERT DATA { <organization/pgo-tr> q:jurisdiction <state/TR> }
