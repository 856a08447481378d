MATCH (e:Entity {id: $id})<-[:NAMES]-(d:Document&!Version)
WITH DISTINCT e, d
ORDER BY coalesce(d.date, '') DESC, d.id
LIMIT $documents
MATCH (d)-[:HAS]->(p:Passage)-[:MENTIONS]->(o:Entity)
WHERE p.part IN $parts
WITH e, d, collect(DISTINCT o) AS named
WHERE e IN named
UNWIND named AS o
WITH e, o, count(d) AS documents
WHERE o <> e AND ($kind IS NULL OR o.kind = $kind OR $kind IN o.kinds)
WITH e, o, documents
ORDER BY documents DESC, o.mentions, o.id
SKIP $skip LIMIT $limit
OPTIONAL MATCH (e)-[r:CO_MENTIONED]-(o)
WITH o, documents, r
ORDER BY documents DESC, o.mentions, o.id
RETURN collect({entity: o {.id, .name, .kind, .aliases, .mentions, .documents},
  weight: {passages: coalesce(r.passages, 0), paragraphs: coalesce(r.paragraphs, 0), documents: documents, llr: r.llr,
   npmi: r.npmi, observed: r.observed, expected: r.expected, q: r.q, first: r.first,
   last: r.last}}) AS rows
