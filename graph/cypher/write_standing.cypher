// The documents that a batch meets: those it repeats, and those that stand at its paths.
UNWIND $documents AS new
CALL (new) {
  MATCH (d:Document {id: new.id})
  RETURN d
  UNION
  MATCH (d:Document {path: new.path})
  RETURN d
}
RETURN DISTINCT d.id AS id, d.path AS path
