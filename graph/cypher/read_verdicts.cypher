// Ids are given with those that their mentions had before judgements moved them.
MATCH (v:Verdict)
WHERE ($entity IS NULL OR v.a IN $entity OR v.b IN $entity)
  AND ($a IS NULL OR (v.a IN $a AND v.b IN $b) OR (v.a IN $b AND v.b IN $a))
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
