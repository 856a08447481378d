MATCH (s:Store {id: 'store'}) RETURN s.schema AS schema, s.unfinished AS unfinished
