RETURN COLLECT { MATCH (d:Document) WITH d.kind AS kind, count(*) AS n RETURN [kind, n] ORDER BY kind } AS documents,
  COLLECT { MATCH (e:Entity) WHERE e.documents > 0 WITH e.kind AS kind, count(*) AS n RETURN [kind, n] ORDER BY kind } AS entities,
  COUNT { (:Version) } AS versions,
  COUNT { (:Passage) } AS passages,
  COUNT { ()-[:MENTIONS]->() } AS mentions,
  COUNT { ()-[:CO_MENTIONED]->() } AS links
