INSERT DATA { <organization/pgo-tr> q:jurisdiction <place/baku> }
