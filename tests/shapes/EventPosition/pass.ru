INSERT DATA { <event/session> schema:position 5 }
