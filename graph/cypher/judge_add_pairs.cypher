// What moved names change in pairs that stand: [a, b, passages, paragraphs, documents], each more or less.
UNWIND $pairs AS row
MATCH (a:Entity {id: row[0]})-[r:CO_MENTIONED]->(b:Entity {id: row[1]})
SET r.passages = r.passages + row[2], r.paragraphs = r.paragraphs + row[3], r.documents = r.documents + row[4]
WITH r
WHERE r.documents = 0
DELETE r
