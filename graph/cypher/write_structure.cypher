UNWIND $entities AS row
MATCH (e:Entity {id: row[0]})
SET e.degree = row[1], e.weighted_degree = row[2], e.pagerank = row[3], e.betweenness = row[4], e.community = row[5],
  e.participation = row[6], e.constraint = row[7], e.core = row[8], e.articulation = row[9]
