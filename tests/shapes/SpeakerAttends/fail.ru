INSERT DATA { <event/session> q:speaker <person/two> }
