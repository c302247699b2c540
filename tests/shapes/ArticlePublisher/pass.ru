DELETE WHERE { <article/one> schema:publisher ?old }
