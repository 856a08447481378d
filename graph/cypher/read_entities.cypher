// Who is named by versions of documents alone counts nothing, and is found in those documents only.
MATCH (e:Entity)
WHERE e.mentions >= 0 AND e.documents > 0 AND ($kind IS NULL OR e.kind = $kind OR $kind IN e.kinds)
WITH e
ORDER BY e.mentions DESC, e.id
SKIP $skip LIMIT $limit
RETURN collect(e {.id, .name, .kind, .aliases, .mentions, .documents}) AS rows
