UNWIND $documents AS row
CREATE (d:Document)-[:READ_FROM]->(s:SourceText {id: row.document.id, content: row.content})
SET d = row.document, s += row.signature
