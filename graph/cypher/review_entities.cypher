// Every entity that documents count for, as review compares them: names, counts, links, offices, and whether a gazetteer
// knows them.
MATCH (e:Entity)
WHERE e.mentions > 0
RETURN collect([e.id, e.name, e.kind, e.aliases[..$aliases], e.mentions, e.documents,
  COUNT { (e)-[:CO_MENTIONED]-() }, [(e)-[:HOLDS]->(a:Entity) | a.id],
  EXISTS { (e)<-[:NAMES {known: true}]-() }]) AS entities
