INSERT DATA { <place/ankara> a q:Place ; skos:prefLabel "Ankara"@az . <state/TR> q:capital <place/ankara> }
