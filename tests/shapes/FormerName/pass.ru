INSERT DATA { <organization/pgo-az> q:formerName <name/old> . <name/old> a q:NameUse ; skos:prefLabel "Prokurorluq"@az }
