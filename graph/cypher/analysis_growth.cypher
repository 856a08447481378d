MATCH (:Entity {id: $entity})-[r:CO_MENTIONED]-(o:Entity)
WHERE $kind IS NULL OR $kind IN o.kinds
WITH o, r
ORDER BY r.passages DESC, r.paragraphs DESC, o.id
WITH left(r.first, $cut) AS period, count(*) AS new, collect(o {.id, .name, .kind})[..$shown] AS strongest
RETURN period, new, strongest
