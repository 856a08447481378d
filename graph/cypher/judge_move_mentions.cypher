// Move the mentions of some source entities; `computed` keeps the id that extraction gave them, where it is another.
UNWIND $moves AS row
MATCH (d:Document {id: row.document})-[:HAS]->(p:Passage)-[m:MENTIONS|STRUCK]->(old)
WHERE m.source = row.name AND coalesce(m.computed, old.id) = row.id
MATCH (new:Entity {id: row.to})
CREATE (p)-[moved:MENTIONS]->(new)
SET moved = properties(m), moved.computed = row.computed
DELETE m
