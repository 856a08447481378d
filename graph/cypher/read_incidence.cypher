// What the passages of some documents say and name, in the parts that co-mention; documents go by in order of id, and
// versions, which say what others say, are passed over.
MATCH (d:Document)
WHERE d.id > $after AND NOT d:Version
WITH d ORDER BY d.id LIMIT $limit
RETURN d.id AS id, COLLECT {
  MATCH (d)-[:HAS]->(p:Passage)
  WHERE p.part IN $parts
  WITH p ORDER BY p.ordinal
  RETURN [p.block, p.text, COLLECT { MATCH (p)-[:MENTIONS]->(e:Entity) WITH DISTINCT e.id AS id ORDER BY id RETURN id }]
} AS passages
ORDER BY id
