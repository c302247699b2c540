# Gives each told triple that has no claim a claim of its own.
INSERT {
  ?claim a q:Claim ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; prov:wasDerivedFrom <article/one> ;
    q:confidence 0.9 ; q:rule "case" ; oa:hasSelector ?quote , ?position .
  ?quote a oa:TextQuoteSelector ; oa:exact "Bakıda" .
  ?position a oa:TextPositionSelector ; oa:start 0 ; oa:end 6 .
}
WHERE {
  ?s ?p ?o .
  FILTER (?p IN (
    schema:startDate, schema:endDate, schema:location, q:theme, schema:organizer, q:framework, q:participant, schema:attendee, q:speaker,
    schema:superEvent, schema:position, q:status, q:signatory, q:signedOn, q:producedAt, org:member, org:role, org:organization, q:jurisdiction,
    org:subOrganizationOf, org:memberOf, schema:foundingDate, schema:foundingLocation, schema:sourceOrganization, rdf:type))
  FILTER (isIRI(?s) && (?p != rdf:type || STRSTARTS(STR(?o), STR(q:)) && ?o NOT IN (q:Claim, q:Article)))
  FILTER NOT EXISTS { ?known rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }
  BIND (CONCAT(STR(<claim/>), SHA1(CONCAT(STR(?s), " ", STR(?p), " ", STR(?o), IF(isLiteral(?o), STR(DATATYPE(?o)), "")))) AS ?name)
  BIND (IRI(?name) AS ?claim)
  BIND (IRI(CONCAT(?name, "#quote")) AS ?quote)
  BIND (IRI(CONCAT(?name, "#position")) AS ?position)
}
