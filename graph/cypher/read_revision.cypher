MATCH (s:Store {id: 'store'})
RETURN s.schema AS schema, s.revision AS revision, coalesce(s.remarks, 0) AS remarks, coalesce(s.stamp, '') AS stamp,
  s.restoring AS restoring
