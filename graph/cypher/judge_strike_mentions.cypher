// Set the mentions of some source entities aside: they name nothing.
UNWIND $moves AS row
MATCH (d:Document {id: row.document})-[:HAS]->(p:Passage)-[m:MENTIONS]->(old:Entity)
WHERE m.source = row.name AND coalesce(m.computed, old.id) = row.id
MATCH (struck:Struck)
CREATE (p)-[moved:STRUCK]->(struck)
SET moved = properties(m), moved.computed = row.id
DELETE m
