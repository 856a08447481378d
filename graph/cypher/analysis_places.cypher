// Documents' mentions as counting sees them, passage by passage: [ordinal, block, entities].
UNWIND $ids AS id
MATCH (d:Document {id: id})-[:HAS]->(p:Passage)
WHERE p.part IN $parts
MATCH (p)-[:MENTIONS]->(e:Entity)
WITH id, p.block AS block, p.ordinal AS ordinal, collect(DISTINCT e.id) AS entities
RETURN id, collect([ordinal, block, entities]) AS places
