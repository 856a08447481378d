// Where nothing is struck out any more, nothing is left to show that it ever was.
MATCH (s:Struck)
WHERE NOT EXISTS { (s)--() }
DELETE s
