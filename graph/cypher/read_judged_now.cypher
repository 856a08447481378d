// The entities that stand now for ids that verdicts, and links of old, name: themselves, and whatever a judgement made of them.
UNWIND $ids AS id
CALL (id) {
  MATCH (e:Entity {id: id}) RETURN e.id AS now
  UNION
  MATCH (:Document)-[:NAMES {computed: id}]->(e:Entity) RETURN e.id AS now
}
RETURN id, now
