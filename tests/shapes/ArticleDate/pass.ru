DELETE WHERE { <article/one> schema:datePublished ?old }
