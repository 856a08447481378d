MATCH (d:Document&!Version)
WHERE d.date_source <> 'stamped' AND d.date + substring('-01-01', size(d.date) - 4) >= $low
RETURN d.id AS id, d.paragraphs AS paragraphs,
  CASE
    WHEN $entity IS NOT NULL THEN EXISTS { (d)-[:NAMES]->(:Entity {id: $entity}) }
    WHEN $kind IS NOT NULL THEN EXISTS { MATCH (d)-[:NAMES]->(e:Entity) WHERE $kind IN e.kinds }
    ELSE true
  END AS relevant
ORDER BY id
