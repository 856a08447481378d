MATCH (e:Entity {id: $id})
RETURN e {.id, .name, .kind, .kinds, .aliases, .mentions, .documents} AS entity,
  COLLECT {
    MATCH (e)-[h:HOLDS]->(a:Entity)
    RETURN {title: h.title, agency: a.id, agency_name: a.name, documents: h.documents} AS post
    ORDER BY size(h.documents) DESC, a.name, h.title
  } AS posts,
  COLLECT { MATCH (d:Document)-[:NAMES]->(e)
    WHERE (NOT d:Version OR e.documents = 0) AND d.date_source <> 'stamped' RETURN min(d.date) } AS first,
  COLLECT { MATCH (d:Document)-[:NAMES]->(e)
    WHERE (NOT d:Version OR e.documents = 0) AND d.date_source <> 'stamped' RETURN max(d.date) } AS last
