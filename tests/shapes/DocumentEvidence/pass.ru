# without evidence
INSERT DATA { <document/memo> rdfs:label "Anlaşma memorandumu"@az }
