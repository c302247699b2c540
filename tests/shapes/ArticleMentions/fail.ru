INSERT DATA { <article/one> schema:mentions <event/visit> }
