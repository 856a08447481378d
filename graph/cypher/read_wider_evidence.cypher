MATCH (few:Entity {id: $few})
MATCH (many:Entity {id: $many})
MATCH (few)<-[:NAMES]-(d:Document&!Version)
WHERE EXISTS { (d)-[:NAMES]->(many) }
WITH DISTINCT few, many, d
ORDER BY coalesce(d.date, '') DESC, d.id
LIMIT $documents
MATCH (d)-[:HAS]->(p:Passage)-[m:MENTIONS]->(e:Entity)
WHERE e IN [few, many] AND p.part IN $parts AND NOT p.id IN $struck
WITH few, many, d, p, m, e
ORDER BY m.shown_start
WITH d, p, collect(CASE WHEN e = few THEN [m.shown_start, m.shown_end] END) AS near,
  collect(CASE WHEN e = many THEN [m.shown_start, m.shown_end] END) AS far
ORDER BY p.ordinal
WITH d, CASE $scope WHEN 'paragraph' THEN p.block ELSE 0 END AS block,
  collect(p {.ordinal, .start, .end, .text, .part, .paragraph, .marking, few: near, many: far}) AS passages
WHERE any(x IN passages WHERE size(x.few) > 0) AND any(x IN passages WHERE size(x.many) > 0)
WITH d, block, passages
ORDER BY coalesce(d.date, '') DESC, d.id, block
SKIP $skip LIMIT $limit
RETURN collect({document: d {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path},
  passages: passages,
  also: COLLECT {
    MATCH (v:Document)-[:VERSION_OF]->(d)
    RETURN v {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path} ORDER BY v.id LIMIT 20
  }
}) AS rows
