INSERT DATA { <article/two> a q:Article ; schema:identifier "two" ; schema:inLanguage "en" } ;
DELETE WHERE { <claim/held> prov:wasDerivedFrom ?old } ;
INSERT DATA { <claim/held> prov:wasDerivedFrom <article/two> }
