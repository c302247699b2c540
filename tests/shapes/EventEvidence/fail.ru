# without evidence
INSERT DATA { <event/visit> schema:organizer <organization/pgo-az> }
