// The entities that stand now for those that verdicts name: themselves, and whatever a judgement made of them.
CALL () {
  MATCH (v:Verdict) RETURN v.a AS id
  UNION
  MATCH (v:Verdict) RETURN v.b AS id
}
CALL (id) {
  MATCH (e:Entity {id: id}) RETURN e.id AS now
  UNION
  MATCH (:Document)-[:NAMES {computed: id}]->(e:Entity) RETURN e.id AS now
}
RETURN id, now
