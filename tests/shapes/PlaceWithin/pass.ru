INSERT DATA { <place/sabail> a q:Place ; skos:prefLabel "Səbail"@az ; schema:containedInPlace <place/baku> }
