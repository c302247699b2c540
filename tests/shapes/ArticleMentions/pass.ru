INSERT DATA { <article/one> schema:mentions <person/two> , <state/TR> }
