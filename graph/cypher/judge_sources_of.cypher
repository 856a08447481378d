// All source entities of some documents, and where they are now (`entity` null: struck out).
UNWIND $documents AS document
MATCH (d:Document {id: document})-[n:NAMES|STRUCK]->(x)
RETURN document, n.source AS name, n.kind AS kind, coalesce(n.computed, x.id) AS id,
  CASE WHEN x:Entity THEN x.id END AS entity, n.judged_name AS judged_name, n.judged_kind AS judged_kind,
  n.name AS written
