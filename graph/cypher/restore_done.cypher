// The Store node as it was, but for its stamp: what was answered from another store of this revision is no answer now.
MATCH (s:Store {id: 'store'})
SET s = $store, s.stamp = randomUUID()
RETURN COUNT { (n) } - 1 AS nodes, COUNT { ()-->() } AS edges
