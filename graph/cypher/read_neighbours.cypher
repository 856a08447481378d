MATCH (:Entity {id: $id})-[r:CO_MENTIONED]-(o:Entity)
WITH o, r, CASE $scope WHEN 'passage' THEN r.passages ELSE r.paragraphs END AS strength
WHERE strength > 0 AND ($kind IS NULL OR o.kind = $kind OR $kind IN o.kinds)
WITH o, r, strength
ORDER BY strength DESC, coalesce(r.llr, 0.0) DESC, o.id
SKIP $skip LIMIT $limit
RETURN collect({entity: o {.id, .name, .kind, .aliases, .mentions, .documents},
  weight: r {.passages, .paragraphs, .documents, .llr, .npmi, .observed, .expected, .q, .first, .last}}) AS rows
