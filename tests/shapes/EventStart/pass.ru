INSERT DATA { <event/talk> a q:Meeting ; schema:startDate "--08-08"^^xsd:gMonthDay ; q:status q:Held }
