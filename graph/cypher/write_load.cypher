// Remember which load brought which documents. `revision` is the store's after the load's first batch: it orders loads.
MERGE (l:Load {id: $id})
ON CREATE SET l.at = $at, l.added = 0, l.replaced = 0, l.revision = $revision
SET l.added = l.added + size($documents), l.replaced = l.replaced + $replaced
WITH l
CALL (l) {
  UNWIND $documents AS document
  MATCH (d:Document {id: document})
  CREATE (l)-[:BROUGHT]->(d)
}
RETURN l.act AS act, l.added AS added, l.replaced AS replaced
