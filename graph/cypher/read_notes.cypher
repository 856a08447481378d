// Ids are given with those that their mentions had before judgements moved them.
MATCH (n:Note)
WHERE $a IS NULL
  OR ($b IS NULL AND n.a IN $a AND n.b IS NULL)
  OR (n.a IN $a AND n.b IN $b) OR (n.a IN $b AND n.b IN $a)
RETURN properties(n) AS properties
ORDER BY n.at DESC, n.id
SKIP $skip LIMIT $limit
