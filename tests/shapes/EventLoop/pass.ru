INSERT DATA { <event/session> schema:superEvent <event/seminar> , <event/visit> }
