MATCH (a:Entity)
WHERE a.id IN $firsts
MATCH (a)-[r:CO_MENTIONED]->(b:Entity)
WHERE b.id IN $others
RETURN a.id AS a, collect([b.id, r.passages, r.paragraphs, r.documents]) AS links
