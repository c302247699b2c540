DELETE WHERE { <article/one> schema:identifier ?old } ;
INSERT DATA { <article/one> schema:identifier "2022/08/one" }
