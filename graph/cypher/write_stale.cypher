// What documents call some entities, and how often, for those whose derived properties are not up to date.
MATCH (e:Entity&Stale)
WITH e LIMIT $limit
RETURN e.id AS id,
  COLLECT {
    MATCH (e)<-[n:NAMES]-(:Document)
    WITH n.name AS name, n.kind AS kind, n.known AS known, n.judged_name AS judged_name, n.judged_kind AS judged_kind,
      sum(n.mentions) AS mentions, count(*) AS documents
    RETURN [name, kind, known, mentions, documents, judged_name, judged_kind]
  } AS names,
  COLLECT {
    MATCH (e)<-[m:MENTIONS]-(:Passage)
    WITH m.surface AS surface, count(*) AS mentions
    RETURN [surface, mentions]
  } AS surfaces
