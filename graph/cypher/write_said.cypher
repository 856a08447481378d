// What some documents say, and the number printed on each.
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN id, coalesce(d.cable, '') AS number,
  COLLECT { MATCH (d)-[:HAS]->(p:Passage) RETURN [p.part, p.text] ORDER BY p.ordinal } AS passages
