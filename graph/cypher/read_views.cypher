MATCH (v:View)
RETURN properties(v) AS properties
ORDER BY toLower(v.title), v.id
SKIP $skip LIMIT $limit
