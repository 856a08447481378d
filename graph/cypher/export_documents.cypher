// Documents with their text as it is shown, what they name (`$among` alone, where given) and who did what to them.
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d {.id, .kind, .subject, .date, .date_source, .origin, .marking, .path, .cable, .case, .doc, .tags} AS document,
  COLLECT { MATCH (d)-[:HAS]->(p:Passage) RETURN p.text ORDER BY p.ordinal } AS passages,
  COLLECT {
    MATCH (d)-[n:NAMES]->(e:Entity)
    WHERE $among IS NULL OR e.id IN $among
    RETURN DISTINCT [e.id, e.kind, n.name] AS named ORDER BY named
  } AS names,
  COLLECT {
    MATCH (e:Entity)-[r:DRAFTED|CLEARED|APPROVED|REVIEWED|CLASSIFIED|SIGNED]->(d)
    WHERE $among IS NULL OR e.id IN $among
    RETURN DISTINCT [e.id, toLower(type(r)), r.title] AS role ORDER BY role
  } AS roles
