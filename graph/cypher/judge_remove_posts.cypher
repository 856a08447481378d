UNWIND $posts AS row
MATCH (a:Entity {id: row[0]})-[r:HOLDS {title: row[2]}]->(b:Entity {id: row[1]})
SET r.documents = [id IN r.documents WHERE NOT id IN row[3]]
WITH r
WHERE size(r.documents) = 0
DELETE r
