INSERT DATA { <event/session> schema:attendee <organization/pgo-az> }
