// The links between the two ends of each pair, as read_among gives them.
UNWIND $pairs AS pair
MATCH (a:Entity {id: pair[0]})
MATCH (b:Entity {id: pair[1]})
MATCH (a)-[r:CO_MENTIONED]-(b)
RETURN collect([startNode(r).id, endNode(r).id, r.passages, r.paragraphs, r.documents, r.llr, r.npmi, r.observed,
  r.expected, r.q, r.first, r.last]) AS rows
