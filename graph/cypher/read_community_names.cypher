MATCH (e:Entity)
WHERE e.community IN $communities
WITH e ORDER BY e.weighted_degree DESC, e.id
RETURN e.community AS community, collect(e.name)[..$members] AS names
