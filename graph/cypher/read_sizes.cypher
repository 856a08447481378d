RETURN COUNT { (:Document) } AS documents, COUNT { (:Entity) } AS entities, COUNT { (:Passage) } AS passages,
  COUNT { ()-[:CO_MENTIONED]->() } AS links
