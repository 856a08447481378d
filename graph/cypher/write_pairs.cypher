// Pairs by their first end: each is [end, passages, paragraphs, documents, first date, last date].
UNWIND $pairs AS row
MATCH (a:Entity {id: row[0]})
UNWIND row[1] AS other
MATCH (b:Entity {id: other[0]})
MERGE (a)-[r:CO_MENTIONED]->(b)
ON CREATE SET r.passages = other[1], r.paragraphs = other[2], r.documents = other[3], r.first = other[4],
  r.last = other[5]
ON MATCH SET r.passages = r.passages + other[1], r.paragraphs = r.paragraphs + other[2],
  r.documents = r.documents + other[3],
  r.first = CASE WHEN r.first IS NULL OR other[4] < r.first THEN other[4] ELSE r.first END,
  r.last = CASE WHEN r.last IS NULL OR other[5] > r.last THEN other[5] ELSE r.last END
