// The documents that count and name an entity, newest first, and how often each does; its versions, if no other does.
MATCH (e:Entity {id: $id})<-[n:NAMES]-(d:Document)
WHERE NOT d:Version OR e.documents = 0
WITH d, sum(n.mentions) AS mentions
ORDER BY coalesce(d.date, '') DESC, d.id
SKIP $skip LIMIT $limit
RETURN d {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path} AS document, mentions
