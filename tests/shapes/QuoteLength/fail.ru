DELETE WHERE { <claim/held#quote> oa:exact ?old } ;
INSERT DATA { <claim/held#quote> oa:exact "keçirildi." }
