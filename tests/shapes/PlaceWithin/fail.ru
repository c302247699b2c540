INSERT DATA { <place/baku> schema:containedInPlace <organization/ots> }
