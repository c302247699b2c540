INSERT DATA { <event/talk> a q:Meeting ; schema:location <place/baku> ; schema:endDate "--08-08"^^xsd:gMonthDay ; q:status q:Held }
