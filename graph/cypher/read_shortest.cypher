// One shortest route over any links that a sentence shows. The bound is graph.reading.paths.MAX_HOPS: Cypher takes none
// as a parameter here. `$out` are links, "a b", that it does not go over.
MATCH (a:Entity {id: $a})
MATCH (b:Entity {id: $b})
MATCH route = shortestPath((a)-[:CO_MENTIONED*..5]-(b))
WHERE all(r IN relationships(route) WHERE r.passages > 0 AND NOT startNode(r).id + ' ' + endNode(r).id IN $out)
RETURN [node IN nodes(route) | node.id] AS ids, [r IN relationships(route) | r.passages] AS passages
