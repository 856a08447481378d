MATCH (l:Load)-[:BROUGHT]->(d:Document&!Version)
WHERE l.revision >= $revision
RETURN d.id AS id, d.paragraphs AS paragraphs,
  CASE
    WHEN $entity IS NOT NULL THEN EXISTS { (d)-[:NAMES]->(:Entity {id: $entity}) }
    WHEN $kind IS NOT NULL THEN EXISTS { MATCH (d)-[:NAMES]->(e:Entity) WHERE $kind IN e.kinds }
    ELSE true
  END AS relevant
ORDER BY id
