INSERT DATA { <event/talk> a q:Meeting ; schema:location <place/baku> ; q:earliestDate "2022-08-08"^^xsd:date ; q:status q:Held }
