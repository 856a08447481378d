// The first and last dates of pairs, which may have been those that they lost ([end, end, dates]): from the documents
// that count and still name both in one paragraph.
UNWIND $pairs AS row
MATCH (a:Entity {id: row[0]})-[r:CO_MENTIONED]->(b:Entity {id: row[1]})
WHERE r.first IN row[2] OR r.last IN row[2]
CALL (a, b) {
  MATCH (a)<-[:NAMES]-(d:Document)-[:NAMES]->(b)
  WHERE d.date_source <> 'stamped' AND NOT d:Version
  WITH DISTINCT d, a, b
  WITH d.date AS date, COUNT {
    MATCH (d)-[:HAS]->(p:Passage)
    WHERE p.part IN $parts
    WITH p.block AS block, [(p)-[:MENTIONS]->(e) WHERE e = a OR e = b | e.id] AS named
    UNWIND named AS id
    WITH block, count(DISTINCT id) AS both
    WHERE both = 2
    RETURN block
  } AS together
  WHERE together > 0
  RETURN min(date) AS first, max(date) AS last
}
SET r.first = first, r.last = last
