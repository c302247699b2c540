INSERT DATA { <event/talk> a q:Meeting ; schema:startDate "2022-08-08T10:00:00"^^xsd:dateTime ; q:status q:Held }
