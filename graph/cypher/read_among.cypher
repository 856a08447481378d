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
RETURN size(links) AS total, [link IN links[..$limit] | [link[0], link[1], link[2].passages, link[2].paragraphs,
  link[2].documents, link[2].llr, link[2].npmi, link[2].observed, link[2].expected, link[2].q, link[2].first,
  link[2].last]] AS rows
