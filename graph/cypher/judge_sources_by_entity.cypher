// The source entities to which extraction gave some ids, and where they are now (`entity` null: struck out).
UNWIND $ids AS id
CALL (id) {
  MATCH (e:Entity {id: id})<-[n:NAMES]-(d:Document)
  WHERE n.computed IS NULL
  RETURN d.id AS document, n, e.id AS entity
  UNION ALL
  MATCH (d:Document)-[n:NAMES {computed: id}]->(e:Entity)
  RETURN d.id AS document, n, e.id AS entity
  UNION ALL
  MATCH (d:Document)-[n:STRUCK {computed: id}]->(:Struck)
  RETURN d.id AS document, n, null AS entity
}
RETURN document, n.source AS name, n.kind AS kind, coalesce(n.computed, id) AS id, entity,
  n.judged_name AS judged_name, n.judged_kind AS judged_kind, n.name AS written
