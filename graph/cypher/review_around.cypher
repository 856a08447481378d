// Whom some entities are named with, the strongest first.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN id, COLLECT {
  MATCH (e)-[r:CO_MENTIONED]-(o:Entity)
  RETURN [o.id, o.name] ORDER BY r.passages DESC, r.paragraphs DESC, o.id LIMIT $limit
} AS around
