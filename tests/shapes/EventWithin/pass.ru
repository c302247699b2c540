INSERT DATA { <event/session> schema:superEvent <event/visit> }
