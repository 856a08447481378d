// Communities, the largest first, their members by the weight of their links.
MATCH (e:Entity)
WHERE e.community IS NOT NULL
WITH e ORDER BY e.weighted_degree DESC, e.id
WITH e.community AS community, count(*) AS size, collect(e.kind) AS kinds,
  collect(e {.id, .name, .kind, .aliases, .mentions, .documents})[..$members] AS members
RETURN community, size, kinds, members
ORDER BY community
SKIP $skip LIMIT $limit
