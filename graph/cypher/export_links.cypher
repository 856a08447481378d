UNWIND $ids AS id
MATCH (a:Entity {id: id})-[r:CO_MENTIONED]->(b:Entity)
WHERE $among IS NULL OR b.id IN $among
RETURN a.id AS source, b.id AS target,
  r {.passages, .paragraphs, .documents, .llr, .npmi, .observed, .expected, .q, .first, .last} AS weight
ORDER BY source, target
