MATCH (n) WHERE NOT n:Store
RETURN elementId(n), labels(n), properties(n)
