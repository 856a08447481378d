MATCH (d:Document {id: $id})
RETURN coalesce(d.cable, '') AS number,
  COLLECT { MATCH (d)-[:HAS]->(p:Passage) RETURN [p.part, p.text] ORDER BY p.ordinal } AS passages
