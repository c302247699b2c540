INSERT DATA { <event/session> q:framework <event/visit> , <document/memo> }
