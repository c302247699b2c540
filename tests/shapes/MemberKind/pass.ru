INSERT DATA { <state/TR> org:memberOf <organization/ots> }
