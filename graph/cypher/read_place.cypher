// The passage of a document that a remark is about, and which of a pair it names.
MATCH (:Document {id: $document})-[:HAS]->(p:Passage {ordinal: $passage})
RETURN p.start AS place, left(p.text, $longest) AS quote, p.part IN $parts AS counts,
  EXISTS { MATCH (p)-[:MENTIONS]->(e:Entity) WHERE e.id IN [$a, $b] } AS names
