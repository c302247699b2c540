DELETE WHERE { <claim/held#position> oa:start ?s ; oa:end ?e } ;
INSERT DATA { <claim/held#position> oa:start 0 ; oa:end 9 }
