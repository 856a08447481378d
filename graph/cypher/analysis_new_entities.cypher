// Entities whose documents are all among the new ones.
UNWIND $ids AS id
MATCH (d:Document&!Version {id: id})-[:NAMES]->(e:Entity)
WITH e, count(DISTINCT d) AS documents
WHERE documents = e.documents AND ($kind IS NULL OR $kind IN e.kinds)
  AND ($entity IS NULL OR EXISTS { (e)-[:CO_MENTIONED]-(:Entity {id: $entity}) })
WITH e ORDER BY e.documents DESC, e.mentions DESC, e.id
WITH collect(e) AS found
RETURN size(found) AS total, [e IN found[..$limit] | e {.id, .name, .kind, .aliases, .mentions, .documents}] AS items
