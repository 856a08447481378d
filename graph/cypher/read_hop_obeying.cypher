// As read_hop, without what verdicts take from links: `$lost` is [passages, paragraphs, documents] by "a b".
MATCH (e:Entity)
WHERE e.id IN $frontier
MATCH (e)-[r:CO_MENTIONED]-(o:Entity)
WHERE r.passages > 0
WITH o, r, $lost[CASE WHEN e.id < o.id THEN e.id + ' ' + o.id ELSE o.id + ' ' + e.id END] AS lost
WITH o, max(r.passages - coalesce(lost[0], 0)) AS passages,
  max(CASE WHEN lost IS NULL THEN coalesce(r.llr, 0.0) ELSE 0.0 END) AS llr
WHERE passages > 0 AND NOT o.id IN $seen
WITH o, passages, llr
ORDER BY passages DESC, llr DESC, o.id
LIMIT $limit
RETURN collect(o {.id, .name, .kind, .aliases, .mentions, .documents}) AS rows
