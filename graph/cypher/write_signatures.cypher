// The signatures of some documents' texts; a document that an older Trama wrote has none.
UNWIND $ids AS id
MATCH (s:SourceText {id: id})
WHERE s.text IS NOT NULL
RETURN s.text AS text, [s.band0, s.band1, s.band2, s.band3, s.band4, s.band5, s.band6, s.band7, s.band8, s.band9,
  s.band10, s.band11] AS bands
