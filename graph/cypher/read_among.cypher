// The links among some entities, those of the first ones and the strongest before others; and how many there are.
MATCH (a:Entity)
WHERE a.id IN $ids
WITH collect(a) AS chosen
UNWIND chosen AS a
WITH chosen, a, a.id AS source
MATCH (a)-[r:CO_MENTIONED]->(b:Entity)
WHERE b IN chosen
WITH source, r, b.id AS target, r.passages AS passages
WITH source, target, r, passages, source IN $first OR target IN $first AS near
ORDER BY near DESC, passages DESC, source, target
WITH collect([source, target, r]) AS links
UNWIND links[..$limit] AS link
WITH size(links) AS total, link[0] AS source, link[1] AS target, link[2] AS r
RETURN total, source, target,
  [r.passages, r.paragraphs, r.documents, r.llr, r.npmi, r.observed, r.expected, r.q] AS weight
