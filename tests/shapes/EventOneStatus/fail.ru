INSERT DATA { <event/session> q:status q:Cancelled }
