// The source entities that make up one entity.
MATCH (e:Entity {id: $id})<-[n:NAMES]-(d:Document)
RETURN d.id AS document, n.source AS name, n.kind AS kind, coalesce(n.computed, e.id) AS id, e.id AS entity,
  n.judged_name AS judged_name, n.judged_kind AS judged_kind, n.name AS written
ORDER BY document, name, id
