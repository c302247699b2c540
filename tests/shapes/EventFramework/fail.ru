INSERT DATA { <event/session> q:framework <person/one> }
