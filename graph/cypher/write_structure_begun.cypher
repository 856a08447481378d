// What was kept goes first, so that nothing half written passes for whole.
OPTIONAL MATCH (a:Analysis {id: 'structure'})
DELETE a
WITH count(*) AS gone
MATCH (e:Entity)
WHERE e.degree IS NOT NULL
REMOVE e.degree, e.weighted_degree, e.pagerank, e.betweenness, e.community, e.participation, e.constraint, e.core,
  e.articulation
