MATCH (e:Entity)
WHERE e.id IN $ids
RETURN e {.id, .name, .kind, .aliases, .mentions, .documents} AS entity
