// Set some source entities aside: they are no names.
UNWIND $moves AS row
MATCH (d:Document {id: row.document})-[n:NAMES]->(old:Entity)
WHERE n.source = row.name AND coalesce(n.computed, old.id) = row.id
MATCH (struck:Struck)
CREATE (d)-[moved:STRUCK]->(struck)
SET moved = properties(n), moved.computed = row.id, moved.judged_name = null, moved.judged_kind = null
DELETE n
