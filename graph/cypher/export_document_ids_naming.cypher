MATCH (e:Entity)
WHERE e.id IN $ids
MATCH (d:Document)-[:NAMES]->(e)
RETURN DISTINCT d.id AS id
