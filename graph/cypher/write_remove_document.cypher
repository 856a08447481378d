// Remove a document with all that is its own; entities that it alone named go with it.
MATCH (d:Document {id: $id})
CALL (d) {
  MATCH (d)-[:NAMES]->(a:Entity)
  WITH DISTINCT a, d
  MATCH (a)-[r:HOLDS|PART_OF]->(:Entity)
  WHERE d.id IN r.documents
  SET r.documents = [id IN r.documents WHERE id <> d.id]
  WITH r
  WHERE size(r.documents) = 0
  DELETE r
}
CALL (d) {
  MATCH (d)-[:HAS]->(p:Passage)
  DETACH DELETE p
}
CALL (d) {
  MATCH (d)-[:READ_FROM]->(s:SourceText)
  DETACH DELETE s
}
DETACH DELETE d
