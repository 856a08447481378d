MATCH (s:Store {id: 'store'})
SET s.revision = s.revision + 1
