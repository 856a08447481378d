// What joining two entities would do: whom both are named with, whether they are named together, in which documents.
MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
RETURN COUNT { MATCH (a)-[:CO_MENTIONED]-(o:Entity) WHERE EXISTS { (b)-[:CO_MENTIONED]-(o) } RETURN o } AS shared,
  EXISTS { (a)-[:CO_MENTIONED]-(b) } AS linked,
  COUNT { MATCH (a)<-[:NAMES]-(d:Document)-[:NAMES]->(b) RETURN DISTINCT d } AS documents
