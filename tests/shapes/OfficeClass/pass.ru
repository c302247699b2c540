DELETE WHERE { <kind/pgo> q:officeClass ?old } ;
INSERT DATA { <kind/pgo> q:officeClass q:Court }
