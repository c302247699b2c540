DELETE WHERE { <article/one> schema:publisher ?old } ;
INSERT DATA { <article/one> schema:publisher <organization/press> }
