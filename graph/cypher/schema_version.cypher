MATCH (s:Store {id: 'store'}) RETURN s.schema AS schema
