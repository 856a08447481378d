UNWIND $names AS row
MATCH (d:Document {id: row[0]})
MATCH (e:Entity {id: row[1]})
CREATE (d)-[:NAMES {source: row[2], name: row[3], kind: row[4], known: row[5], mentions: row[6]}]->(e)
