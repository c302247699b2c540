INSERT DATA { <article/one> schema:sourceOrganization <person/two> }
