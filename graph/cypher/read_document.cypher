MATCH (d:Document {id: $id})
RETURN d {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path} AS document,
  d {.cable, .case, .doc} AS numbers, d.tags AS tags,
  COLLECT { MATCH (d)-[:READ_FROM]->(s:SourceText) RETURN s.content } AS content,
  COLLECT {
    MATCH (d)-[:VERSION_OF]->(v:Document)
    RETURN v {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path}
  } AS version_of,
  COLLECT {
    MATCH (v:Document)-[:VERSION_OF]->(d)
    RETURN v {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path} ORDER BY v.id LIMIT 200
  } AS versions,
  COLLECT {
    MATCH (d)-[:HAS]->(p:Passage)
    RETURN p {.ordinal, .part, .block, .paragraph, .marking, .text, .redactions, mentions: COLLECT {
      MATCH (p)-[m:MENTIONS]->(e:Entity)
      RETURN m {.surface, .start, .end, .shown_start, .shown_end, .method, .confidence, entity: e.id, name: e.name,
                kind: e.kind}
      ORDER BY m.shown_start, m.shown_end, e.id
    }}
    ORDER BY p.ordinal
  } AS passages
