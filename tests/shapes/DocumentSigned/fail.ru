INSERT DATA { <document/plan> a q:Programme ; q:signedOn "8 avqust" }
