MATCH (e:Entity)
RETURN e.id AS id, e.name AS name, e.kind AS kind, e.mentions AS mentions, e.documents AS documents
ORDER BY id
