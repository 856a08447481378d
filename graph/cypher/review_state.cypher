// What tells whether documents came or went since, or were read again.
RETURN COUNT { (:Document) } AS documents, COLLECT { MATCH (l:Load) RETURN max(l.revision) }[0] AS loaded,
  COLLECT { MATCH (x:Act) WHERE x.what = 'documents.reextracted' RETURN max(x.n) }[0] AS read_again
