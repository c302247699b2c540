DELETE WHERE { <claim/held> oa:hasSelector <claim/held#position> }
