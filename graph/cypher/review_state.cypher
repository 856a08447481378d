// What tells whether documents came or went since.
RETURN COUNT { (:Document) } AS documents, COLLECT { MATCH (l:Load) RETURN max(l.revision) }[0] AS loaded
