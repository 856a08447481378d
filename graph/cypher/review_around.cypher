// Whom some entities are named with, the strongest first; the years in which documents name them; who wrote most of those.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
CALL (e) {
  MATCH (e)<-[:NAMES]-(d:Document)
  WITH d.origin AS origin, count(*) AS n, min(left(d.date, 4)) AS first, max(left(d.date, 4)) AS last
  ORDER BY n DESC, origin
  RETURN [o IN collect(origin) WHERE o <> ''][..$origins] AS origins, min(first) AS first, max(last) AS last
}
RETURN id, origins, toInteger(first) AS first, toInteger(last) AS last, COLLECT {
  MATCH (e)-[r:CO_MENTIONED]-(o:Entity)
  RETURN [o.id, o.name] ORDER BY r.passages DESC, r.paragraphs DESC, o.id LIMIT $limit
} AS around
