// Take the counts of documents back from their pairs; a pair that no document names any more goes.
UNWIND $pairs AS row
MATCH (a:Entity {id: row[0]})-[r:CO_MENTIONED]->(b:Entity {id: row[1]})
SET r.passages = r.passages - row[2], r.paragraphs = r.paragraphs - row[3], r.documents = r.documents - row[4]
WITH r
WHERE r.documents = 0
DELETE r
