// The state of the store, and what analysis is kept in it, of which state.
MATCH (s:Store {id: 'store'})
OPTIONAL MATCH (a:Analysis {id: 'structure'})
RETURN s.revision AS revision, a {.revision, .scope, .nodes, .links, .communities, .modularity, .betweenness, .computed,
  .seconds} AS kept
