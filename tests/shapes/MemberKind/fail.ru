INSERT DATA { <person/one> org:memberOf <organization/ots> }
