// The documents that hold some texts, and what each is a version of.
UNWIND $texts AS text
MATCH (s:SourceText {text: text})<-[:READ_FROM]-(d:Document)
RETURN text, d.id AS id, s.size AS size, [s.band0, s.band1, s.band2, s.band3, s.band4, s.band5, s.band6, s.band7,
  s.band8, s.band9, s.band10, s.band11] AS bands,
  d:Version AS version, head(COLLECT { MATCH (d)-[:VERSION_OF]->(o:Document) RETURN o.id }) AS of
ORDER BY text, id
