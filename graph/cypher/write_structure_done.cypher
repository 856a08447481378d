MERGE (a:Analysis {id: 'structure'})
SET a += $kept
