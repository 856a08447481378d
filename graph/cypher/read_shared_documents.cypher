MATCH (few:Entity {id: $few})
MATCH (many:Entity {id: $many})
MATCH (few)<-[:NAMES]-(d:Document&!Version)
WHERE EXISTS { (d)-[:NAMES]->(many) }
RETURN count(DISTINCT d) AS documents
