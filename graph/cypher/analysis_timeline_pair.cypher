// The counts of a link, document by document: documents that name both in one paragraph, passages that name both.
MATCH (e:Entity)
WHERE e.id IN [$a, $b]
MATCH (e)<-[:MENTIONS]-(p:Passage)
WHERE p.part IN $parts
WITH p, max(CASE e.id WHEN $a THEN 1 ELSE 0 END) AS a, max(CASE e.id WHEN $b THEN 1 ELSE 0 END) AS b
MATCH (p)<-[:HAS]-(d:Document&!Version)
WITH d, p.block AS block, sum(a * b) AS passages, max(a) * max(b) AS paragraph
WITH d, sum(passages) AS passages, sum(paragraph) AS paragraphs
WHERE paragraphs > 0
RETURN left(d.date, 7) AS date, d.date_source AS source, count(*) AS documents, sum(passages) AS passages
