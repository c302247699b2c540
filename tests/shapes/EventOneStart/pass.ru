INSERT DATA { <event/talk> a q:Meeting ; schema:startDate "2022-08"^^xsd:gYearMonth ; q:earliestDate "2022-08-01"^^xsd:date ; q:latestDate "2022-08-31"^^xsd:date ; q:status q:Held }
