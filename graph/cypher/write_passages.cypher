UNWIND $documents AS row
MATCH (d:Document {id: row.id})
UNWIND row.passages AS passage
CREATE (d)-[:HAS]->(p:Passage)
SET p = passage.properties
WITH p, passage.mentions AS mentions
UNWIND mentions AS m
MATCH (e:Entity {id: m[0]})
CREATE (p)-[:MENTIONS {start: m[1], end: m[2], shown_start: m[3], shown_end: m[4], surface: m[5], source: m[6],
  method: m[7], confidence: m[8]}]->(e)
