UNWIND $ids AS id
MATCH (e:Entity {id: id})-[h:HOLDS]->(a:Entity)
WHERE $among IS NULL OR a.id IN $among
RETURN e.id AS holder, e.kind AS holder_kind, a.id AS agency, a.kind AS agency_kind, h.title AS title,
  h.documents AS documents
ORDER BY holder, agency, title
