// The strongest links of some entities, by their ids: those that a sentence shows, that are no mere lists, and that are
// more than chance.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN COLLECT {
  MATCH (e)-[r:CO_MENTIONED]-(o:Entity)
  WHERE r.llr > 0 AND r.passages > 0 AND coalesce(r.lists, 0.0) < 1
  WITH o, r.llr AS llr
  ORDER BY llr DESC, o.id
  LIMIT $limit
  RETURN o.id
} AS near
