INSERT DATA { <merge/1> q:reason "one post"@en . <merge/1> a q:Merge ; q:score 0.9 }
