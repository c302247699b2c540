INSERT DATA { <event/session> q:theme "Hesabat"@az }
