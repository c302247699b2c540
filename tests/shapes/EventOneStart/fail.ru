INSERT DATA { <event/visit> schema:startDate "2022-07-30"^^xsd:date ; q:earliestDate "2022-07-30"^^xsd:date ; q:latestDate "2022-07-30"^^xsd:date }
