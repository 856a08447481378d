UNWIND $ids AS id
MATCH (d:Document {id: id})
OPTIONAL MATCH (d)-[n:NAMES]->(e:Entity)
RETURN id AS document, d:Version AS version, CASE d.date_source WHEN 'stamped' THEN null ELSE d.date END AS date,
  e.id AS entity, sum(n.mentions) AS mentions
