MATCH (d:Document)
WHERE ($kind IS NULL OR d.kind = $kind)
  AND all(word IN $words WHERE toLower(d.subject + ' ' + d.path + ' ' + d.origin + ' ' + coalesce(d.cable, '') + ' '
    + coalesce(d.case, '') + ' ' + coalesce(d.doc, '') + ' ' + d.id) CONTAINS word)
WITH d
ORDER BY coalesce(d.date, '') DESC, d.id
SKIP $skip LIMIT $limit
RETURN collect(d {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path}) AS rows
