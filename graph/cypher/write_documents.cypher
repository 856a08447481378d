UNWIND $documents AS row
CREATE (d:Document)-[:READ_FROM]->(:SourceText {id: row.document.id, content: row.content})
SET d = row.document
