// Entities between communities, and how heavily each is linked into which, by passages that are no mere lists.
MATCH (e:Entity)
WHERE e.participation > 0 AND e.degree >= $degree AND ($kind IS NULL OR e.kind = $kind OR $kind IN e.kinds)
WITH e, CASE $by
    WHEN 'reach' THEN e.participation * e.weighted_degree
    WHEN 'constraint' THEN -e.constraint
    ELSE e.betweenness
  END AS rank
ORDER BY rank DESC, e.id SKIP $skip LIMIT $limit
RETURN e {.id, .name, .kind, .aliases, .mentions, .documents} AS entity,
  e {.degree, .weighted_degree, .pagerank, .betweenness, .community, .participation, .constraint, .core,
     .articulation} AS standing,
  COLLECT {
    MATCH (e)-[r:CO_MENTIONED]-(o:Entity)
    WHERE r.passages > 0 AND coalesce(r.lists, 0.0) < 1
      AND o.community IS NOT NULL  // one that came since the computing has none yet
    WITH o.community AS community, count(*) AS links, sum(coalesce(r.observed_passage, r.passages)) AS weight
    ORDER BY weight DESC, community LIMIT $ties
    RETURN {community: community, links: links, weight: weight}
  } AS ties
ORDER BY rank DESC, e.id
