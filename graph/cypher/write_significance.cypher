// The formulas are graph.significance's, over paragraphs; entities go by in order of id, so that a chunk ends somewhere.
MATCH (a:Entity)
WHERE a.id > $after
WITH a ORDER BY a.id LIMIT $limit
CALL (a) {
  MATCH (a)-[r:CO_MENTIONED]->(b:Entity)
  WITH r, toFloat(r.paragraphs) AS n, toFloat(a.paragraphs) AS x, toFloat(b.paragraphs) AS y, toFloat($total) AS t
  WITH r, n, x, y, t, 2 * (
      n * log(n * t / (x * y))
      + CASE WHEN x > n THEN (x - n) * log((x - n) * t / (x * (t - y))) ELSE 0.0 END
      + CASE WHEN y > n THEN (y - n) * log((y - n) * t / ((t - x) * y)) ELSE 0.0 END
      + CASE WHEN t - x - y + n > 0
          THEN (t - x - y + n) * log((t - x - y + n) * t / ((t - x) * (t - y))) ELSE 0.0 END
    ) AS g2
  SET r.llr = CASE WHEN n * t >= x * y THEN g2 ELSE -g2 END,
    r.npmi = CASE WHEN n = t THEN 0.0 ELSE log(n * t / (x * y)) / -log(n / t) END
}
RETURN max(a.id) AS last
