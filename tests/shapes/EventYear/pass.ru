INSERT DATA { <event/talk> a q:Meeting ; schema:startDate "1990"^^xsd:gYear ; q:earliestDate "1990-01-01"^^xsd:date ; q:latestDate "1990-12-31"^^xsd:date ; q:status q:Held }
