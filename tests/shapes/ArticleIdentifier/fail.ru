DELETE WHERE { <article/one> schema:identifier ?old }
