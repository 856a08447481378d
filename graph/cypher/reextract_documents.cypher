// Documents in order of id, with what extraction gave of each: source text, names, mentions, passages.
MATCH (d:Document)
WHERE d.id > $after
WITH d ORDER BY d.id LIMIT $limit
MATCH (d)-[:READ_FROM]->(s:SourceText)
RETURN d.id AS id, d.hash AS hash, d.path AS path, s.content AS content,
  [d.kind, d.subject, d.date, d.date_source, d.origin, d.marking, d.cable, d.case, d.doc, d.tags] AS record,
  COLLECT {
    MATCH (d)-[n:NAMES|STRUCK]->(x)
    RETURN [n.source, coalesce(n.computed, x.id), n.name, n.kind, n.known, n.mentions]
  } AS names,
  COLLECT {
    MATCH (d)-[:HAS]->(p:Passage)-[m:MENTIONS|STRUCK]->(x)
    RETURN [p.ordinal, m.start, m.end, m.source, coalesce(m.computed, x.id), m.method, m.confidence]
  } AS mentions,
  COLLECT { MATCH (d)-[:HAS]->(p:Passage) RETURN [p.ordinal, p.part, p.block, p.text] } AS passages
ORDER BY id
