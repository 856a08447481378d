// Some documents as moving their names needs them: whether they count, what each names, where, and who did what.
UNWIND $documents AS id
MATCH (d:Document {id: id})-[:READ_FROM]->(s:SourceText)
RETURN id, CASE d.date_source WHEN 'stamped' THEN null ELSE d.date END AS date, NOT d:Version AS counts,
  s.relations AS relations,
  COLLECT {
    MATCH (d)-[n:NAMES|STRUCK]->(x)
    RETURN [n.source, coalesce(n.computed, x.id), CASE WHEN x:Entity THEN x.id END, n.mentions]
  } AS names,
  COLLECT {
    MATCH (d)-[:HAS]->(p:Passage)-[m:MENTIONS|STRUCK]->(x)
    WHERE p.part IN $parts
    RETURN [p.ordinal, p.block, m.source, coalesce(m.computed, x.id), CASE WHEN x:Entity THEN x.id END]
  } AS places,
  COLLECT {
    MATCH (d)<-[r:DRAFTED|CLEARED|APPROVED|REVIEWED|CLASSIFIED|SIGNED]-(e:Entity)
    RETURN [e.id, type(r), r.title]
  } AS roles,
  COLLECT {
    MATCH (d)-[:NAMES]->(a:Entity)
    WITH DISTINCT d, a
    MATCH (a)-[r:HOLDS]->(b:Entity)
    WHERE d.id IN r.documents
    RETURN [a.id, b.id, r.title]
  } AS posts,
  COLLECT {
    MATCH (d)-[:NAMES]->(a:Entity)
    WITH DISTINCT d, a
    MATCH (a)-[r:PART_OF]->(b:Entity)
    WHERE d.id IN r.documents
    RETURN [a.id, b.id]
  } AS parents
