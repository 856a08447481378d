// Passages that hold words, best first. Equals are told apart here: the index orders them otherwise for each limit.
CALL db.index.fulltext.queryNodes('passage_text', $words, {limit: $among}) YIELD node AS p, score
WITH p, score
ORDER BY score DESC, elementId(p)
SKIP $skip LIMIT $limit
MATCH (d:Document)-[:HAS]->(p)
WITH d, p, score
ORDER BY score DESC, elementId(p)
RETURN collect({document: d {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path},
  passage: p {.ordinal, .paragraph, .marking, .text}, score: score}) AS rows
