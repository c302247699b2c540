DELETE WHERE { <event/session> q:participant ?old } ;
INSERT DATA { <event/session> q:participant <organization/ots> }
