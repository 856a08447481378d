UNWIND $brought AS row
MATCH (d:Document {id: row.document})
MATCH (l:Load {id: row.load})
CREATE (l)-[:BROUGHT]->(d)
