INSERT DATA { <event/session> schema:organizer <place/baku> }
