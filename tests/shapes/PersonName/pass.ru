INSERT DATA { <person/one> skos:altLabel "Anar Qasımlı-Vəliyev oğlu O'Neil"@az }
