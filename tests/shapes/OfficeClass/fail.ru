DELETE WHERE { <kind/pgo> q:officeClass ?old }
