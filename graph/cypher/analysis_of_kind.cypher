MATCH (e:Entity)
WHERE $kind IN e.kinds
RETURN e.id AS id
