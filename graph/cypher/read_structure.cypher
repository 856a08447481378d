MATCH (e:Entity)
WHERE e[$measure] IS NOT NULL AND ($kind IS NULL OR e.kind = $kind OR $kind IN e.kinds)
  AND ($community IS NULL OR e.community = $community)
WITH e ORDER BY e[$measure] DESC, e.id SKIP $skip LIMIT $limit
RETURN e {.id, .name, .kind, .aliases, .mentions, .documents} AS entity,
  e {.degree, .weighted_degree, .pagerank, .betweenness, .community, .participation, .constraint, .core,
     .articulation} AS standing
ORDER BY e[$measure] DESC, e.id
