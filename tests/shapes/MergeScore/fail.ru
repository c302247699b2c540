DELETE WHERE { <merge/0> q:score ?s } ; INSERT DATA { <merge/0> q:score 1.5 }
