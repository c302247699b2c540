INSERT DATA { <article/one> schema:headline "Bakıda başqa bir seminar" }
