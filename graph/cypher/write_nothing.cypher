// What an empty store is known by: no node but that of the store itself, with no property but these of loading.
OPTIONAL MATCH (s:Store {id: 'store'})
RETURN coalesce(s.revision, 0) AS revision, s.schema AS schema, coalesce(keys(s), []) AS properties,
  EXISTS { MATCH (n) WHERE NOT n:Store } AS nodes
