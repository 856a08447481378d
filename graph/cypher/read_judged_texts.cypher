// The passages of documents that name either end of a pair, and whether a place in them was judged.
// Each text is [one end, the other, document, places in its source text].
UNWIND $texts AS text
MATCH (d:Document {id: text[2]})-[:HAS]->(p:Passage)
WHERE p.part IN $parts
WITH text, d, p, [(p)-[:MENTIONS]->(e:Entity) | e.id] AS named
WITH text, d, p, text[0] IN named AS a, text[1] IN named AS b
WHERE a OR b
RETURN [text[0], text[1]] AS pair, d.id AS document, NOT d:Version AS counts, p.ordinal AS passage, p.block AS block,
  a, b, any(place IN text[3] WHERE p.start <= place AND place < p.end) AS struck
