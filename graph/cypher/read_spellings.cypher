// How an entity is written in the documents that count, and how often; in its versions, if no other names it.
MATCH (e:Entity {id: $id})<-[m:MENTIONS]-(p:Passage)
WHERE e.documents = 0 OR NOT EXISTS { (p)<-[:HAS]-(:Version) }
WITH m.surface AS surface, count(*) AS mentions
RETURN collect([surface, mentions]) AS rows
