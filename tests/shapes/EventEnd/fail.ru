INSERT DATA { <event/talk> a q:Meeting ; schema:location <place/baku> ; schema:endDate "2022-08-08" ; q:status q:Held }
