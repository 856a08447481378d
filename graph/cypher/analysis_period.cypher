// Documents whose own date lies in a period or may do so; a cut date reaches from its first day to its last.
MATCH (d:Document&!Version)
WHERE d.date_source <> 'stamped'
WITH d, d.date + substring('-01-01', size(d.date) - 4) AS low, d.date + substring('-12-31', size(d.date) - 4) AS high
WHERE low <= $high AND high >= $low
RETURN d.id AS id, d.paragraphs AS paragraphs, low >= $low AND high <= $high AS inside,
  CASE
    WHEN $entity IS NOT NULL THEN EXISTS { (d)-[:NAMES]->(:Entity {id: $entity}) }
    WHEN $kind IS NOT NULL THEN EXISTS { MATCH (d)-[:NAMES]->(e:Entity) WHERE $kind IN e.kinds }
    ELSE true
  END AS relevant
ORDER BY id
