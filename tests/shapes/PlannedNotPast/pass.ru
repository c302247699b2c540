INSERT DATA { <event/talk> a q:Meeting ; schema:startDate "2022"^^xsd:gYear ; q:earliestDate "2022-01-01"^^xsd:date ; q:latestDate "2022-12-31"^^xsd:date ; q:status q:Planned }
