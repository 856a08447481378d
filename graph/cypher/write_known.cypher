// The files whose content the store holds as it should: under this path or a smaller one, and nothing else at this path.
UNWIND $files AS file
MATCH (d:Document {hash: file.hash})
WHERE d.path <= file.path
  AND NOT EXISTS { MATCH (other:Document {path: file.path}) WHERE other.hash <> file.hash }
RETURN DISTINCT file.path AS path
