DELETE WHERE { <claim/held> q:rule ?old } ;
INSERT DATA { <claim/held> q:rule "the rule of status" }
