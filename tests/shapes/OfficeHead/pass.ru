DELETE WHERE { <kind/pgo> q:headRole ?old }
