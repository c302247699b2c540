DELETE WHERE { <state/TR> q:isoCode ?old } ;
INSERT DATA { <state/TR> q:isoCode "TUR" }
