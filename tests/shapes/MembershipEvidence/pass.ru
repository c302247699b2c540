# without evidence
INSERT DATA { <membership/one> rdfs:label "Anar Qasımlı, baş prokuror"@az }
