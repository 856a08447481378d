// Entities that no document names any more go.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE NOT EXISTS { (e)<-[:NAMES]-(:Document) }
DETACH DELETE e
