// What some documents are versions of from now on, null where they count themselves.
UNWIND $versions AS row
MATCH (d:Document {id: row[0]})
OPTIONAL MATCH (d)-[old:VERSION_OF]->()
DELETE old
WITH DISTINCT row, d
REMOVE d:Version
WITH row, d
MATCH (of:Document {id: row[1]})
SET d:Version
CREATE (d)-[:VERSION_OF]->(of)
