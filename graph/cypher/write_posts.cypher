UNWIND $posts AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
MERGE (a)-[r:HOLDS {title: row[2]}]->(b)
SET r.documents = COLLECT {
  UNWIND coalesce(r.documents, []) + row[3] AS id
  WITH DISTINCT id ORDER BY id
  RETURN id
}
