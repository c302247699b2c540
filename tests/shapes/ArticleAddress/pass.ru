DELETE WHERE { <article/one> schema:url ?old } ;
INSERT DATA { <article/one> schema:url "http://example.org/xəbər?id=1" }
