// What a backup holds: all but the Store node, whose properties stand in its first line.
MATCH (s:Store {id: 'store'})
RETURN properties(s) AS store, COUNT { (n) } - 1 AS nodes, COUNT { ()-->() } AS edges
