UNWIND $entities AS row
MATCH (e:Entity {id: row.id})
SET e:Stale, e.mentions = e.mentions - row.mentions, e.documents = e.documents - row.documents,
  e.paragraphs = e.paragraphs - row.paragraphs
WITH e
WHERE e.documents = 0
DETACH DELETE e
