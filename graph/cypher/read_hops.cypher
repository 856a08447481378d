// Links by their two ends (the less often named first), with the passage that tells most of each: text before
// headings, few names before many. `$struck` are ids of passages that do not count, for each link. Of a link with many passages the first that are found are compared.
UNWIND range(0, size($pairs) - 1) AS n
MATCH (few:Entity {id: $pairs[n][0]})
MATCH (many:Entity {id: $pairs[n][1]})
MATCH (few)-[r:CO_MENTIONED]-(many)
CALL (few, many, n) {
  MATCH (few)<-[:MENTIONS]-(p:Passage)
  WITH DISTINCT many, p, n
  WHERE EXISTS { (p)-[:MENTIONS]->(many) } AND p.part IN $parts AND NOT p.id IN $struck[n]
    AND EXISTS { (p)<-[:HAS]-(:Document&!Version) }
  WITH p
  LIMIT $compared
  WITH p
  ORDER BY p.part <> 'body', COUNT { (p)-[:MENTIONS]->() }, p.id
  LIMIT 1
  RETURN p
}
MATCH (d:Document)-[:HAS]->(p)
RETURN collect({n: n, weight: r {.passages, .paragraphs, .documents, .llr, .npmi, .observed, .expected, .q, .first, .last},
  document: d {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path},
  passages: [p {.ordinal, .text, .part, .paragraph, .marking,
      few: COLLECT { MATCH (p)-[m:MENTIONS]->(few) RETURN [m.shown_start, m.shown_end] ORDER BY m.shown_start },
      many: COLLECT { MATCH (p)-[m:MENTIONS]->(many) RETURN [m.shown_start, m.shown_end] ORDER BY m.shown_start }}]
  }) AS rows
