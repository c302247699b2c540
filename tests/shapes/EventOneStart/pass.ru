INSERT DATA { <event/visit> schema:startDate "2022-08-07"^^xsd:date ; q:earliestDate "2022-08-07"^^xsd:date ; q:latestDate "2022-08-07"^^xsd:date }
