INSERT DATA { <event/session> q:speaker <person/two> ; schema:attendee <person/one> , <person/two> }
