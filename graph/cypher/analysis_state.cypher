OPTIONAL MATCH (s:Store {id: 'store'})
RETURN s.revision AS revision, COUNT { (:Document&!Version) } AS documents,
  COLLECT { MATCH (d:Document&!Version) RETURN coalesce(sum(d.paragraphs), 0) }[0] AS paragraphs
