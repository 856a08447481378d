CALL db.index.fulltext.queryNodes('entity_names', $names, {limit: $most}) YIELD node AS e, score
WHERE $kind IS NULL OR e.kind = $kind OR $kind IN e.kinds
RETURN e {.id, .name, .kind, .aliases, .mentions, .documents} AS entity, score
ORDER BY score DESC, e.mentions DESC, e.id
LIMIT $ranked
