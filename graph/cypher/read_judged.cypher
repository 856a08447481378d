// Verdicts on links that have an end among some ids, or both; their texts only where they are wanted.
CALL () {
  MATCH (v:Verdict) WHERE v.a IN $ids RETURN v
  UNION
  MATCH (v:Verdict) WHERE NOT $within AND v.b IN $ids RETURN v
}
RETURN CASE WHEN $whole THEN properties(v) ELSE
  v {.id, .a, .b, .verdict, .document, .place, reason: '', by: '', at: v.at} END AS properties
ORDER BY v.at, v.id
