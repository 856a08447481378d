// Some entities have lost a document: those that no other names go. A version names without counting.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
SET e:Stale
WITH e
WHERE NOT EXISTS { (e)<-[:NAMES]-(:Document) }
DETACH DELETE e
