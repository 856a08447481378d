MATCH (s:Store {id: 'store'})
SET s.revision = s.revision
RETURN s.restoring = $token AS ours
