UNWIND $parents AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
MERGE (a)-[r:PART_OF]->(b)
SET r.documents = COLLECT {
  UNWIND coalesce(r.documents, []) + row[2] AS id
  WITH DISTINCT id ORDER BY id
  RETURN id
}
