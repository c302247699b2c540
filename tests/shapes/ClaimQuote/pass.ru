DELETE WHERE { <claim/held#quote> oa:exact ?old } ;
DELETE WHERE { <claim/held#position> oa:end ?old } ;
INSERT DATA { <claim/held#quote> oa:exact "k" . <claim/held#position> oa:end 16 }
