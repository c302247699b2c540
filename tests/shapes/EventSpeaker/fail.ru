INSERT DATA { <event/seminar> q:speaker <place/nowhere> } ;
INSERT DATA { <place/nowhere> a q:Place ; rdfs:label "Heç yer"@az }
