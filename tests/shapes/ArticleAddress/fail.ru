DELETE WHERE { <article/one> schema:url ?old } ;
INSERT DATA { <article/one> schema:url <javascript:alert(1)> }
