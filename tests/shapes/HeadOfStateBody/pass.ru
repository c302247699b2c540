INSERT DATA { <membership/three> a org:Membership ; org:member <person/two> ; org:role role:President ; org:organization <organization/ots> }
