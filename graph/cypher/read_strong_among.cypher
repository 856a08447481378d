// The links among some entities, under one of their ends, each [other end, llr, passages]: chosen as in read_strongest, and the
// one between the ends of the route in any case.
MATCH (e:Entity)
WHERE e.id IN $ids
WITH collect(e) AS chosen
UNWIND chosen AS e
MATCH (e)-[r:CO_MENTIONED]->(o:Entity)
WHERE o IN chosen
WITH e, o, r
WHERE r.passages > 0 AND (r.llr > 0 AND coalesce(r.lists, 0.0) < 1 OR e.id IN $ends AND o.id IN $ends)
RETURN e.id AS id, collect([o.id, coalesce(r.llr, 0.0), r.passages]) AS links
