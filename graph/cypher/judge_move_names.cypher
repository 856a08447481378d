// Move some source entities to the entity that they are, under the name and kind that was judged.
UNWIND $moves AS row
MATCH (d:Document {id: row.document})-[n:NAMES|STRUCK]->(old)
WHERE n.source = row.name AND coalesce(n.computed, old.id) = row.id
MATCH (new:Entity {id: row.to})
CREATE (d)-[moved:NAMES]->(new)
SET moved = properties(n), moved.computed = row.computed, moved.judged_name = row.judged_name,
  moved.judged_kind = row.judged_kind
DELETE n
