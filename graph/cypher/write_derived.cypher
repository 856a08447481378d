UNWIND $entities AS row
MATCH (e:Entity {id: row.id})
REMOVE e:Stale:Cartel:Agency:Official:Trafficker:Person:Organization:Place
SET e:$(row.labels), e.name = row.name, e.kind = row.kind, e.kinds = row.kinds, e.aliases = row.aliases
