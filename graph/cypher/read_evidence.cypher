MATCH (few:Entity {id: $few})
MATCH (many:Entity {id: $many})
MATCH (few)<-[:MENTIONS]-(p:Passage)
WITH DISTINCT few, many, p  // from the one that is named less often: as one pattern it would be begun at either
WHERE EXISTS { (p)-[:MENTIONS]->(many) } AND p.part IN $parts AND NOT p.id IN $struck
MATCH (d:Document&!Version)-[:HAS]->(p)
WITH few, many, p, d
ORDER BY coalesce(d.date, '') DESC, d.id, p.ordinal
SKIP $skip LIMIT $limit
WITH few, many, p, d
ORDER BY coalesce(d.date, '') DESC, d.id, p.ordinal
RETURN collect({document: d {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path},
  passages: [p {.ordinal, .start, .end, .text, .part, .paragraph, .marking,
      few: COLLECT { MATCH (p)-[m:MENTIONS]->(few) RETURN [m.shown_start, m.shown_end] ORDER BY m.shown_start },
      many: COLLECT { MATCH (p)-[m:MENTIONS]->(many) RETURN [m.shown_start, m.shown_end] ORDER BY m.shown_start }}],
  also: COLLECT {
    MATCH (v:Document)-[:VERSION_OF]->(d)
    RETURN v {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path} ORDER BY v.id LIMIT 20
  }
}) AS rows
