DELETE WHERE { <claim/held#position> oa:start ?s ; oa:end ?e } ;
INSERT DATA { <claim/held#position> oa:start -3 ; oa:end 6 }
