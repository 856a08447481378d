// Places in documents that are other forms of one that counts, and the passages in which that one may say the same.
UNWIND $places AS place
MATCH (v:Document {id: place[0]})
USING INDEX v:Document(id)
MATCH (v)-[:VERSION_OF]->(d:Document)
MATCH (v)-[:HAS]->(p:Passage)
WHERE p.start <= place[1] AND place[1] < p.end
RETURN v.id AS version, place[1] AS place, p.text AS text, d.id AS document,
  COLLECT { MATCH (d)-[:HAS]->(q:Passage) WHERE q.part = p.part RETURN [q.start, q.text] ORDER BY q.ordinal } AS passages
