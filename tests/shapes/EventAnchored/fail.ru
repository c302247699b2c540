INSERT DATA { <event/talk> a q:Meeting ; q:theme "Əməkdaşlıq"@az ; q:status q:Held }
