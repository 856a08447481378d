UNWIND $ids AS id
MATCH (a:Entity {id: id})-[:PART_OF]->(b:Entity)
WHERE $among IS NULL OR b.id IN $among
RETURN a.id AS id, collect(b.id) AS parents
