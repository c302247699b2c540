INSERT DATA { <state/XK> a q:State ; q:isoCode "XK" ; skos:prefLabel "Kosovo"@az }
