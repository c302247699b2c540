INSERT DATA { <document/plan> a q:Programme ; q:signedOn "--08-08"^^xsd:gMonthDay }
