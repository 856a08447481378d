MATCH (a:Entity)-[r:PART_OF]->(b:Entity)
WHERE a <> b
WITH a, b ORDER BY size(r.documents) DESC, b.id
RETURN a.id AS child, collect(b.id)[0] AS parent
