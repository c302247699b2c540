# without evidence
INSERT DATA { <organization/press> q:officeKind <kind/pgo> }
