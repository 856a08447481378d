CALL () {
  MATCH (d:Document)<-[r:DRAFTED|CLEARED|APPROVED|REVIEWED|CLASSIFIED|SIGNED]-(e:Entity {id: $who})
  RETURN d, r, e
  UNION
  MATCH (o:Entity)<-[h:HOLDS]-(e:Entity)
  WHERE o.id IN $offices
  UNWIND h.documents AS id
  MATCH (d:Document {id: id})<-[r:DRAFTED|CLEARED|APPROVED|REVIEWED|CLASSIFIED|SIGNED]-(e)
  RETURN d, r, e
}
WITH d, r, e
WHERE NOT d:Version AND type(r) IN $roles
WITH d, r, e
ORDER BY coalesce(d.date, '') DESC, d.id, type(r), e.id, r.title
SKIP $skip LIMIT $limit
RETURN e {.id, .name, .kind} AS person, type(r) AS role, r.title AS title,
  d {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path} AS document,
  COLLECT {
    MATCH (e)-[h:HOLDS]->(o:Entity) WHERE d.id IN h.documents
    WITH DISTINCT o ORDER BY o.id
    RETURN o {.id, .name, .kind}
  } AS offices
ORDER BY coalesce(d.date, '') DESC, d.id, role, e.id, title
