// Add to the counts of entities, or take away what is negative.
UNWIND $entities AS row
MATCH (e:Entity {id: row.id})
SET e:Stale, e.mentions = e.mentions + row.mentions, e.documents = e.documents + row.documents,
  e.paragraphs = e.paragraphs + row.paragraphs
