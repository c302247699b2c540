INSERT DATA { <event/visit> schema:superEvent <event/seminar> }
