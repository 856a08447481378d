// The links of a scope by their first ends; each is [other end, count, weight, q, lists], the weight being how many
// distinct passages or paragraphs name both, a mere list for less than 1.
MATCH (a:Entity)-[r:CO_MENTIONED]->(b:Entity)
WHERE $scope = 'paragraph' OR r.passages > 0
RETURN a.id AS source, collect(CASE $scope
    WHEN 'passage' THEN [b.id, r.passages, r.observed_passage, r.q_passage, r.lists]
    ELSE [b.id, r.paragraphs, r.observed, r.q, r.lists]
  END) AS links
