// The texts that share a band with some texts, each with itself; what a crowd shares tells nothing (graph.versions).
UNWIND $rows AS row
CALL (row) {
  RETURN [row.text] AS texts
  UNION ALL
  MATCH (s:SourceText {band0: row.bands[0]})
  WITH DISTINCT s.text AS text LIMIT $crowd + 1
  RETURN collect(text) AS texts
  UNION ALL
  MATCH (s:SourceText {band1: row.bands[1]})
  WITH DISTINCT s.text AS text LIMIT $crowd + 1
  RETURN collect(text) AS texts
  UNION ALL
  MATCH (s:SourceText {band2: row.bands[2]})
  WITH DISTINCT s.text AS text LIMIT $crowd + 1
  RETURN collect(text) AS texts
  UNION ALL
  MATCH (s:SourceText {band3: row.bands[3]})
  WITH DISTINCT s.text AS text LIMIT $crowd + 1
  RETURN collect(text) AS texts
  UNION ALL
  MATCH (s:SourceText {band4: row.bands[4]})
  WITH DISTINCT s.text AS text LIMIT $crowd + 1
  RETURN collect(text) AS texts
  UNION ALL
  MATCH (s:SourceText {band5: row.bands[5]})
  WITH DISTINCT s.text AS text LIMIT $crowd + 1
  RETURN collect(text) AS texts
  UNION ALL
  MATCH (s:SourceText {band6: row.bands[6]})
  WITH DISTINCT s.text AS text LIMIT $crowd + 1
  RETURN collect(text) AS texts
  UNION ALL
  MATCH (s:SourceText {band7: row.bands[7]})
  WITH DISTINCT s.text AS text LIMIT $crowd + 1
  RETURN collect(text) AS texts
  UNION ALL
  MATCH (s:SourceText {band8: row.bands[8]})
  WITH DISTINCT s.text AS text LIMIT $crowd + 1
  RETURN collect(text) AS texts
  UNION ALL
  MATCH (s:SourceText {band9: row.bands[9]})
  WITH DISTINCT s.text AS text LIMIT $crowd + 1
  RETURN collect(text) AS texts
  UNION ALL
  MATCH (s:SourceText {band10: row.bands[10]})
  WITH DISTINCT s.text AS text LIMIT $crowd + 1
  RETURN collect(text) AS texts
  UNION ALL
  MATCH (s:SourceText {band11: row.bands[11]})
  WITH DISTINCT s.text AS text LIMIT $crowd + 1
  RETURN collect(text) AS texts
}
WITH row, texts
WHERE size(texts) <= $crowd
UNWIND texts AS text
RETURN row.text AS text, collect(DISTINCT text) AS near
