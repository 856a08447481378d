// The links among some entities, in one row: each [source, target, and the values of graph.answer.Weight in its order].
MATCH (a:Entity)
WHERE a.id IN $ids
WITH collect(a) AS chosen
UNWIND chosen AS a
MATCH (a)-[r:CO_MENTIONED]->(b:Entity)
WHERE b IN chosen
WITH a.id AS source, b.id AS target, r
ORDER BY r.passages DESC, r.paragraphs DESC, source, target
RETURN collect([source, target, r.passages, r.paragraphs, r.documents, r.llr, r.npmi, r.observed, r.expected, r.q,
  r.first, r.last]) AS rows
