MATCH (n:Note)
WHERE $a IS NULL OR (n.a = $a AND ($b IS NULL AND n.b IS NULL OR n.b = $b))
RETURN properties(n) AS properties
ORDER BY n.at DESC, n.id
SKIP $skip LIMIT $limit
