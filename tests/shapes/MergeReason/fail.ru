DELETE WHERE { <merge/0> q:reason ?r }
