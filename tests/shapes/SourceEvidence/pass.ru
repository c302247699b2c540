# without evidence
INSERT DATA { <article/one> schema:mentions <organization/ots> }
