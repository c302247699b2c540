INSERT DATA { <membership/three> a org:Membership ; org:member <person/one> ; org:role role:Member ; org:organization <organization/ots> }
