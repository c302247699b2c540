INSERT DATA { <membership/three> a org:Membership ; org:member <person/two> ; org:role role:Ambassador ; org:organization <state/TR> }
