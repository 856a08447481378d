MATCH (a:Entity)-[r:CO_MENTIONED]->(b:Entity)
WHERE CASE
  WHEN $entity IS NULL THEN $kind IS NULL OR $kind IN a.kinds OR $kind IN b.kinds
  WHEN a.id = $entity THEN $kind IS NULL OR $kind IN b.kinds
  WHEN b.id = $entity THEN $kind IS NULL OR $kind IN a.kinds
  ELSE false
END
WITH a, b, r
ORDER BY r.passages DESC, r.paragraphs DESC
LIMIT $most
WITH a, b, r
ORDER BY r.passages DESC, r.paragraphs DESC, a.id, b.id
LIMIT $limit
RETURN a {.id, .name, .kind} AS a, b {.id, .name, .kind} AS b, [r.passages, r.paragraphs, r.documents] AS counts
ORDER BY r.passages DESC, r.paragraphs DESC, a.id, b.id
