MATCH (d:Document&!Version)<-[r:DRAFTED|CLEARED|APPROVED|REVIEWED|CLASSIFIED|SIGNED]-(e:Entity)
WHERE type(r) IN $roles
WITH DISTINCT d, e, type(r) AS role
LIMIT $limit
RETURN e.id AS person, role, d.id AS document,
  COLLECT { MATCH (e)-[h:HOLDS]->(o:Entity) WHERE d.id IN h.documents RETURN DISTINCT o.id ORDER BY o.id } AS offices
