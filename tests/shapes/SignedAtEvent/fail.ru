INSERT DATA { <document/plan> a q:Programme ; q:signedOn "2022-08-10"^^xsd:date ; q:producedAt <event/seminar> }
