DELETE WHERE { <claim/held> q:confidence ?old } ;
INSERT DATA { <claim/held> q:confidence 1.01 }
