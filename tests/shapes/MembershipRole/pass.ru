INSERT DATA { <membership/three> a org:Membership ; org:member <person/two> ; org:role role:CourtClerk ; org:organization <organization/press> }
