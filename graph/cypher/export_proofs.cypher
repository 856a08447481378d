// For some entities, by the other end of each link that begins there: the documents that name both in one paragraph.
UNWIND $ids AS id
MATCH (a:Entity {id: id})
CALL (a) {
  MATCH (a)<-[:MENTIONS]-(near:Passage)<-[:HAS]-(d:Document&!Version)
  WHERE near.part IN $parts
  WITH DISTINCT d, near.block AS block
  MATCH (d)-[:HAS]->(p:Passage)
  WHERE p.block = block AND p.part IN $parts
  MATCH (p)-[:MENTIONS]->(b:Entity)
  WHERE b.id > a.id AND ($among IS NULL OR b.id IN $among)
  WITH DISTINCT b, d
  WITH b, d.id AS document ORDER BY document
  RETURN b.id AS target, collect(document) AS documents
}
RETURN a.id AS source, target, documents
