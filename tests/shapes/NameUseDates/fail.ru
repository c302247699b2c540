DELETE WHERE { <name/turkic-council> q:validFrom ?old } ;
INSERT DATA { <name/turkic-council> q:validFrom 2009 }
