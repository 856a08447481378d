MATCH (e:Entity)-[h:HOLDS]->(o:Entity)
WHERE $agencies IS NULL OR o.id IN $agencies
WITH e, h, o
ORDER BY size(h.documents) DESC, o.id, e.id, h.title
SKIP $skip LIMIT $limit
RETURN e {.id, .name, .kind} AS official, h.title AS title, o {.id, .name, .kind} AS agency,
  size(h.documents) AS documents,
  COLLECT { MATCH (d:Document) WHERE d.id IN h.documents AND d.date_source <> 'stamped' RETURN min(d.date) } AS first,
  COLLECT { MATCH (d:Document) WHERE d.id IN h.documents AND d.date_source <> 'stamped' RETURN max(d.date) } AS last,
  COLLECT {
    MATCH (d:Document)
    WHERE d.id IN h.documents
    WITH d ORDER BY coalesce(d.date, '') DESC, d.id
    LIMIT $sources
    RETURN d {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path}
  } AS sources
ORDER BY size(h.documents) DESC, o.id, e.id, title
