// As read_neighbours, without what verdicts take from links: `$lost` is [passages, paragraphs, documents] by other end.
MATCH (:Entity {id: $id})-[r:CO_MENTIONED]-(o:Entity)
WITH o, r, $lost[o.id] AS lost
WITH o, r, CASE $scope WHEN 'passage' THEN r.passages - coalesce(lost[0], 0)
  ELSE r.paragraphs - coalesce(lost[1], 0) END AS strength,
  CASE WHEN lost IS NULL THEN coalesce(r.llr, 0.0) ELSE 0.0 END AS llr
WHERE strength > 0 AND ($kind IS NULL OR o.kind = $kind OR $kind IN o.kinds)
WITH o, r, strength, llr
ORDER BY strength DESC, llr DESC, o.id
SKIP $skip LIMIT $limit
RETURN collect({entity: o {.id, .name, .kind, .aliases, .mentions, .documents},
  weight: r {.passages, .paragraphs, .documents, .llr, .npmi, .observed, .expected, .q, .first, .last}}) AS rows
