# without evidence
INSERT DATA { <event/session> rdfs:label "Şuranın iclası"@az }
