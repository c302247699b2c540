# without evidence
INSERT DATA { <article/one> schema:sourceOrganization <organization/ots> }
