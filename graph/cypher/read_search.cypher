CALL db.index.fulltext.queryNodes('passage_text', $words, {skip: $skip, limit: $limit}) YIELD node AS p, score
MATCH (d:Document)-[:HAS]->(p)
RETURN d {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path} AS document,
  p {.ordinal, .paragraph, .marking, .text} AS passage, score
ORDER BY score DESC, d.id, p.ordinal
