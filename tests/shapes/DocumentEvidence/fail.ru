# without evidence
INSERT DATA { <document/memo> q:signatory <person/one> }
