RETURN COUNT { (e:Entity) WHERE e.documents > 0 } AS entities, COUNT { ()-[:CO_MENTIONED]->() } AS links,
  COUNT { (:Version) } AS versions
