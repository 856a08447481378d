CALL db.index.fulltext.queryNodes('passage_text', $words, {skip: $skip, limit: $limit}) YIELD node AS p, score
MATCH (d:Document)-[:HAS]->(p)
WITH d, p, score
ORDER BY score DESC, d.id, p.ordinal
RETURN collect({document: d {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path},
  passage: p {.ordinal, .paragraph, .marking, .text}, score: score}) AS rows
