MATCH (l:Load)
WITH l ORDER BY l.revision DESC, l.id
SKIP $skip LIMIT $limit
RETURN l {.id, .at, .revision, .added, .replaced} AS load, COUNT { (l)-[:BROUGHT]->(:Document) } AS documents
ORDER BY l.revision DESC, l.id
