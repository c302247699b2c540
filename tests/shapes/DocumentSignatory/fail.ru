INSERT DATA { <document/memo> q:signatory <place/baku> }
