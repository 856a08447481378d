MATCH (v:Verdict)
WHERE ($entity IS NULL OR v.a = $entity OR v.b = $entity)
  AND ($a IS NULL OR (v.a = $a AND v.b = $b))
  AND ($document IS NULL OR v.document = $document)
  AND ($verdict IS NULL OR v.verdict = $verdict)
WITH v
ORDER BY v.at DESC, v.id
SKIP $skip LIMIT $limit
OPTIONAL MATCH (:Document {id: v.document})-[:HAS]->(p:Passage)
WHERE p.start <= v.place < p.end
WITH v, min(p.ordinal) AS passage
RETURN v {.*, passage: passage} AS properties
ORDER BY v.at DESC, v.id
