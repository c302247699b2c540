INSERT DATA { <event/session> schema:attendee <person/two> }
