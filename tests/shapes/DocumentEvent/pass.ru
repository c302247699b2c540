INSERT DATA { <document/plan> a q:Programme ; q:producedAt <event/session> }
