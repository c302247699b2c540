INSERT DATA { [] a q:Person ; rdfs:label "Murad Vəliyev"@az }
