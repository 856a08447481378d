// Some entities and all that are named with them, with how many links begin at each.
MATCH (e:Entity)
WHERE e.id IN $ids
CALL (e) {
  RETURN e AS near
  UNION
  MATCH (e)-[:CO_MENTIONED]-(near:Entity)
  RETURN near
}
WITH DISTINCT near
RETURN near.id AS id, COUNT { (near)-[:CO_MENTIONED]->() } AS links
ORDER BY id
