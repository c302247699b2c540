INSERT DATA { <event/talk> a q:Meeting ; schema:startDate "1204"^^xsd:gYear ; q:earliestDate "1204-01-01"^^xsd:date ; q:latestDate "1204-12-31"^^xsd:date ; q:status q:Held }
