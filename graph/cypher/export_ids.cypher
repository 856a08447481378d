// A page of entities in order of id, with how many links begin at each.
MATCH (e:Entity)
WHERE e.id > $after
WITH e ORDER BY e.id LIMIT $limit
RETURN e.id AS id, COUNT { (e)-[:CO_MENTIONED]->() } AS links
ORDER BY id
