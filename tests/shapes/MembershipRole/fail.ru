INSERT DATA { <membership/three> a org:Membership ; org:member <person/two> ; org:organization <organization/press> }
