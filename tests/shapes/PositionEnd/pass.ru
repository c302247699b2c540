DELETE WHERE { <claim/held#position> oa:start ?s ; oa:end ?e } ;
INSERT DATA { <claim/held#position> oa:start 1000000 ; oa:end 1000009 }
