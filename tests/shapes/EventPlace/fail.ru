INSERT DATA { <event/session> schema:location <organization/pgo-tr> }
