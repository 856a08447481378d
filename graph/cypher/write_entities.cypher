// Name and kind are provisional here: `refresh` derives them from all documents for what is marked Stale.
UNWIND $entities AS row
MERGE (e:Entity {id: row.id})
ON CREATE SET e:$(row.label), e.name = row.name, e.kind = row.kind, e.kinds = [row.kind], e.aliases = [],
  e.mentions = 0, e.documents = 0, e.paragraphs = 0
SET e:Stale, e.mentions = e.mentions + row.mentions, e.documents = e.documents + row.documents,
  e.paragraphs = e.paragraphs + row.paragraphs
