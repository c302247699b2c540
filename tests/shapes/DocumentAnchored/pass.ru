INSERT DATA { <document/plan> a q:Programme ; rdfs:label "İki illik proqram"@az }
