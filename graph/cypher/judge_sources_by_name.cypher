// The source entities of some names, and where they are now (`entity` null: struck out).
UNWIND $names AS name
CALL (name) {
  MATCH (d:Document)-[n:NAMES {source: name}]->(e:Entity)
  RETURN d.id AS document, n, e.id AS entity
  UNION ALL
  MATCH (d:Document)-[n:STRUCK {source: name}]->(:Struck)
  RETURN d.id AS document, n, null AS entity
}
RETURN document, n.source AS name, n.kind AS kind, coalesce(n.computed, entity) AS id, entity,
  n.judged_name AS judged_name, n.judged_kind AS judged_kind, n.name AS written
