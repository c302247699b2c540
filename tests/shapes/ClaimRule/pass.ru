DELETE WHERE { <claim/held> q:rule ?old } ;
INSERT DATA { <claim/held> q:rule "az/event-status_2" }
