// Verdicts on links that have an end among some ids; their texts only where they are wanted.
MATCH (v:Verdict)
WHERE v.a IN $ids OR v.b IN $ids
RETURN CASE WHEN $whole THEN properties(v) ELSE
  v {.id, .a, .b, .verdict, .document, .place, reason: '', by: '', at: v.at} END AS properties
ORDER BY v.at, v.id
