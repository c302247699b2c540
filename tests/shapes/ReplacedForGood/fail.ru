INSERT DATA { <person/b> dcterms:isReplacedBy <person/c> }
