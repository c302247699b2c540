INSERT DATA { <event/session> q:participant <person/one> }
