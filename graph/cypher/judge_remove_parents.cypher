UNWIND $parents AS row
MATCH (a:Entity {id: row[0]})-[r:PART_OF]->(b:Entity {id: row[1]})
SET r.documents = [id IN r.documents WHERE NOT id IN row[2]]
WITH r
WHERE size(r.documents) = 0
DELETE r
