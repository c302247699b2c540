DELETE WHERE { <claim/held> prov:wasDerivedFrom ?old } ;
INSERT DATA { <claim/held> prov:wasDerivedFrom <organization/press> }
