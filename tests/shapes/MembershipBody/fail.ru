INSERT DATA { <membership/three> a org:Membership ; org:member <person/two> ; org:role role:Member ; org:organization <event/session> }
