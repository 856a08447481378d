MATCH (e:Entity)
WHERE e.id IN $frontier
MATCH (e)-[r:CO_MENTIONED]-(o:Entity)
WHERE r.passages > 0
WITH o, max(r.passages) AS passages, max(coalesce(r.llr, 0.0)) AS llr
WHERE NOT o.id IN $seen
WITH o, passages, llr
ORDER BY passages DESC, llr DESC, o.id
LIMIT $limit
RETURN collect(o {.id, .name, .kind, .aliases, .mentions, .documents}) AS rows
