INSERT DATA { <event/session> schema:organizer <person/one> , <state/AZ> }
