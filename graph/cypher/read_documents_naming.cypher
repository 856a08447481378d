// The documents that name an entity, newest first, and how often each does.
MATCH (:Entity {id: $id})<-[n:NAMES]-(d:Document)
WITH d, sum(n.mentions) AS mentions
ORDER BY coalesce(d.date, '') DESC, d.id
SKIP $skip LIMIT $limit
RETURN d {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path} AS document, mentions
