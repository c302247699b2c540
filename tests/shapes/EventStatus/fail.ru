INSERT DATA { <event/talk> a q:Meeting ; schema:attendee <person/one> ; q:status q:Postponed }
