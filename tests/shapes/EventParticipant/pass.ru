INSERT DATA { <event/session> q:participant <state/TR> }
