DELETE WHERE { <article/one> schema:inLanguage ?old } ;
INSERT DATA { <article/one> schema:inLanguage "Azerbaijani" }
