UNWIND $roles AS row
MATCH (e:Entity {id: row[0]})
MATCH (d:Document {id: row[3]})
CREATE (e)-[:$(row[1]) {title: row[2]}]->(d)
