DELETE WHERE { <article/one> schema:datePublished ?old } ;
INSERT DATA { <article/one> schema:datePublished "2022-08"^^xsd:gYearMonth }
