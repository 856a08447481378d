// The significance of the links of some entities to those that follow them (graph.analysis.weighing says which value
// is which); a link that is not among them was made meanwhile, and is weighed by whoever made it.
UNWIND $entities AS row
MATCH (a:Entity {id: row[0]})-[r:CO_MENTIONED]->(b:Entity)
WITH r, row[1][b.id] AS w
SET r += {observed: w[0], expected: w[1], llr: w[2], npmi: w[3], p: w[4], q: w[5], observed_passage: w[6],
  llr_passage: w[7], npmi_passage: w[8], q_passage: w[9], lists: w[10]}
