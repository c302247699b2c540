DELETE WHERE { <article/one> schema:headline ?old }
