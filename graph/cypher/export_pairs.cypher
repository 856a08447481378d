UNWIND $ids AS id
MATCH (a:Entity {id: id})-[r:CO_MENTIONED]->(b:Entity)
WHERE $among IS NULL OR b.id IN $among
RETURN a.id AS a, a.name AS a_name, a.kind AS a_kind, b.id AS b, b.name AS b_name, b.kind AS b_kind,
  r {.passages, .paragraphs, .documents, .llr, .npmi, .observed, .expected, .q, .first, .last} AS weight
ORDER BY a, b
