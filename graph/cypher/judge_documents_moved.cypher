// What a document keeps of its own: how many paragraphs name anything, and the relations as extraction gave them.
UNWIND $documents AS row
MATCH (d:Document {id: row.id})-[:READ_FROM]->(s:SourceText)
SET d.paragraphs = row.paragraphs, s.relations = row.relations
