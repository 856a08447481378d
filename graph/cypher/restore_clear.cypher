MATCH (n) WHERE NOT n:Store
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS gone
