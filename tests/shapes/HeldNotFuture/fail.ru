INSERT DATA { <event/talk> a q:Meeting ; schema:startDate "2022-08-11"^^xsd:date ; q:earliestDate "2022-08-11"^^xsd:date ; q:latestDate "2022-08-11"^^xsd:date ; q:status q:Held }
