RETURN COUNT { (:Entity) } AS entities, COUNT { ()-[:CO_MENTIONED]->() } AS links,
  COUNT { (:Version) } AS versions
