INSERT DATA { <document/plan> a q:Programme ; q:producedAt <place/baku> }
