// One document's mentions as counting sees them.
MATCH (:Document {id: $id})-[:HAS]->(p:Passage)-[:MENTIONS]->(e:Entity)
WHERE p.part IN $parts
RETURN p.ordinal AS passage, p.block AS block, e.id AS entity
