OPTIONAL MATCH (s:Store {id: 'store'})
RETURN s.revision AS revision, COUNT { (:Document) } AS documents,
  COLLECT { MATCH (d:Document) RETURN coalesce(sum(d.paragraphs), 0) }[0] AS paragraphs
