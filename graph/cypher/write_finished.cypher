// The one load of a store that was filled, and in whose name: it has no act yet.
MATCH (s:Store {id: 'store'})
WHERE s.unfinished IS NOT NULL
WITH s, s.unfinished AS who
SET s.unfinished = null, s.stamp = randomUUID()
WITH who
MATCH (l:Load)
WHERE l.act IS NULL
RETURN who, l.id AS id, l.at AS at, l.revision AS revision
