MATCH (a:Entity)-[r:CO_MENTIONED]->(b:Entity)
WHERE CASE
  WHEN $entity IS NULL THEN $kind IS NULL OR $kind IN a.kinds OR $kind IN b.kinds
  WHEN a.id = $entity THEN $kind IS NULL OR $kind IN b.kinds
  WHEN b.id = $entity THEN $kind IS NULL OR $kind IN a.kinds
  ELSE false
END
RETURN count(r) AS total
