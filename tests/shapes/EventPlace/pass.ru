INSERT DATA { <event/session> schema:location <state/TR> }
