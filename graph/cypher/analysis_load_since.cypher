// The load of an id; else the first one from a moment on; else, where neither is given, the last.
MATCH (l:Load)
WHERE CASE WHEN $at IS NOT NULL THEN l.at >= $at ELSE $id IS NULL OR l.id = $id END
WITH l ORDER BY CASE WHEN $at IS NULL THEN -l.revision ELSE l.revision END, l.id
LIMIT 1
RETURN l {.id, .at, .revision, .added, .replaced} AS load, COUNT { (l)-[:BROUGHT]->(:Document) } AS documents
