INSERT DATA { <event/talk> a q:Meeting ; schema:startDate "2021"^^xsd:gYear ; q:earliestDate "2021-01-01"^^xsd:date ; q:latestDate "2021-12-31"^^xsd:date ; q:status q:Planned }
