INSERT DATA { <membership/two> org:member <person/one> }
