INSERT DATA { <person/three> a q:Person ; rdfs:label "Murad Vəliyev"@az }
