// Documents' mentions as counting sees them, document by document.
UNWIND $ids AS id
MATCH (:Document {id: id})-[:HAS]->(p:Passage)-[:MENTIONS]->(e:Entity)
WHERE p.part IN $parts
RETURN id AS document, p.ordinal AS passage, p.block AS block, e.id AS entity
ORDER BY document
