MATCH (e:Entity {id: $entity})
CALL (e) {
  MATCH (e)<-[:NAMES]-(d:Document&!Version)
  RETURN DISTINCT d, NULL AS p, 1 AS document, 0 AS passage
  UNION ALL
  MATCH (e)<-[:MENTIONS]-(p:Passage)
  WITH DISTINCT p
  MATCH (p)<-[:HAS]-(d:Document&!Version)
  RETURN d, p, 0 AS document, 1 AS passage
}
RETURN left(d.date, 7) AS date, d.date_source AS source, sum(document) AS documents, sum(passage) AS passages
