MATCH (a:Entity {id: $entity})-[r:CO_MENTIONED]-(b:Entity)
WHERE b.id IN $others
RETURN a.id AS a, collect([b.id, r.passages, r.paragraphs, r.documents]) AS links
