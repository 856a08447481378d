CALL db.index.fulltext.queryNodes('entity_names', $names, {limit: $most}) YIELD node, score
WITH collect({node: node, score: score}) AS found
RETURN size(found) AS looked, COLLECT {
  UNWIND found AS hit
  WITH hit.node AS e, hit.score AS score
  WHERE e.documents > 0 AND ($kind IS NULL OR e.kind = $kind OR $kind IN e.kinds)
  RETURN {entity: e {.id, .name, .kind, .aliases, .mentions, .documents}, score: score} AS match
  ORDER BY score DESC, e.mentions DESC, e.id
  LIMIT $ranked
} AS matches
