INSERT DATA { <document/plan> a q:Programme ; q:signedOn "2022"^^xsd:gYear ; q:producedAt <event/seminar> }
