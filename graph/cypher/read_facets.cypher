// Of some entities: the paragraphs that name at least two of them, and which of them each passage of it names.
UNWIND range(0, size($ids) - 1) AS at
MATCH (e:Entity {id: $ids[at]})<-[:MENTIONS]-(p:Passage)
WHERE p.part IN $parts
WITH p, collect(DISTINCT at) AS named
MATCH (d:Document)-[:HAS]->(p)
WHERE NOT d:Version
WITH d, p.block AS block, collect(named) AS passages
WHERE size(passages[0]) > 1 OR any(named IN passages WHERE any(at IN named WHERE NOT at IN passages[0]))
WITH d, collect(passages) AS blocks
RETURN d.id AS id, CASE d.date_source WHEN 'stamped' THEN null ELSE d.date END AS date, d.kind AS kind,
  coalesce(d.marking, '') AS marking, coalesce(d.tags, []) AS tags, blocks
ORDER BY id
