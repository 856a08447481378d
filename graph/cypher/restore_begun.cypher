// Take the store's lock and say that it is being restored, by whom (a token); nothing else may write until that is done.
MERGE (s:Store {id: 'store'})
ON CREATE SET s.schema = $schema, s.revision = 0, s.refreshed = 0
SET s.revision = s.revision
WITH s, s.restoring AS before
SET s.restoring = $token
RETURN s.schema AS schema, before, s.revision AS revision,
  COUNT { (n) } - 1 AS nodes
