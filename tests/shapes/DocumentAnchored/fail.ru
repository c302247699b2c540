INSERT DATA { <document/plan> a q:Programme }
