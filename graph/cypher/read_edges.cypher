MATCH (a:Entity)
WHERE a.id IN $ids
WITH collect(a) AS chosen
UNWIND chosen AS a
MATCH (a)-[r:CO_MENTIONED]->(b:Entity)
WHERE b IN chosen
RETURN a.id AS source, b.id AS target, r {.passages, .paragraphs, .documents, .llr, .npmi, .observed, .expected, .q} AS weight
ORDER BY r.passages DESC, r.paragraphs DESC, source, target
