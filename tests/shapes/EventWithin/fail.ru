INSERT DATA { <event/session> schema:superEvent <organization/ots-pgc> }
