DELETE WHERE { <claim/held#position> oa:end ?old } ;
INSERT DATA { <claim/held#position> oa:end 15 }
