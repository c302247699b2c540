INSERT DATA { <membership/three> a org:Membership ; org:member <person/two> ; org:role role:HeadOfState ; org:organization <organization/pgo-tr> }
