MATCH (e:Entity)
WHERE e.mentions >= 0 AND ($kind IS NULL OR e.kind = $kind OR $kind IN e.kinds)
RETURN e {.id, .name, .kind, .aliases, .mentions, .documents} AS entity
ORDER BY e.mentions DESC, e.id
SKIP $skip LIMIT $limit
