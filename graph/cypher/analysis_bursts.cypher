// How many documents name each entity, by year or month; release stamps are no dates of documents.
MATCH (e:Entity)
WHERE e.documents >= $least AND ($kind IS NULL OR $kind IN e.kinds)
MATCH (e)<-[:NAMES]-(d:Document&!Version)
WHERE d.date_source <> 'stamped' AND size(d.date) >= $cut
WITH e, left(d.date, $cut) AS step, count(DISTINCT d) AS documents
RETURN e {.id, .name, .kind} AS entity, collect([step, documents]) AS counts
