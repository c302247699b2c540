# without evidence
INSERT DATA { <membership/three> a org:Membership ; org:member <person/two> ; org:role role:Judge ; org:organization <organization/press> }
