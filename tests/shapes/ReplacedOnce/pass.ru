INSERT DATA { <person/c> dcterms:isReplacedBy <person/b> }
