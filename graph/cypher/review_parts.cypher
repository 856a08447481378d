// Which documents and names make up an entity.
MATCH (e:Entity {id: $id})<-[n:NAMES]-(d:Document)
WITH d, n ORDER BY coalesce(d.date, '') DESC, d.id, n.source
RETURN d {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path} AS document,
  NOT d:Version AS counts, collect({source: n.source, name: n.name, mentions: n.mentions}) AS names
SKIP $skip LIMIT $limit
