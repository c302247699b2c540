INSERT DATA { <kind/pgo> q:headRole role:Minister }
