INSERT DATA { <organization/pgo-az> q:formerName "Prokurorluq"@az }
