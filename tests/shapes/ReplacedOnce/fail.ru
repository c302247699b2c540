INSERT DATA { <person/a> dcterms:isReplacedBy <person/c> }
