INSERT DATA { <organization/pgo-tr> org:memberOf <event/session> }
