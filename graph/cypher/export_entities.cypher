UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e {.id, .name, .kind, .aliases, .mentions, .documents} AS entity,
  COLLECT { MATCH (d:Document)-[:NAMES]->(e) WHERE d.date_source <> 'stamped' RETURN min(d.date) }[0] AS first,
  COLLECT { MATCH (d:Document)-[:NAMES]->(e) WHERE d.date_source <> 'stamped' RETURN max(d.date) }[0] AS last
ORDER BY id
