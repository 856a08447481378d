UNWIND $roles AS row
MATCH (e:Entity {id: row[0]})-[r:DRAFTED|CLEARED|APPROVED|REVIEWED|CLASSIFIED|SIGNED {title: row[2]}]->(:Document {id: row[3]})
WHERE type(r) = row[1]
DELETE r
