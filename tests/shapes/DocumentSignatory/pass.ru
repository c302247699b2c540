INSERT DATA { <document/memo> q:signatory <person/one> , <state/AZ> }
