// What the import tool cannot write: empty lists, and a label that only the whole tells.
CALL () {
  MATCH (e:Entity) WHERE e.aliases IS NULL
  RETURN e AS n, 'aliases' AS missing
  UNION ALL
  MATCH (d:Document) WHERE d.tags IS NULL
  RETURN d AS n, 'tags' AS missing
  UNION ALL
  MATCH (d:Document)-[:VERSION_OF]->()
  RETURN d AS n, 'label' AS missing
}
CALL (n, missing) {
  SET n += CASE missing WHEN 'tags' THEN {tags: []} WHEN 'aliases' THEN {aliases: []} ELSE {} END
  FOREACH (version IN CASE missing WHEN 'label' THEN [n] ELSE [] END | SET version:Version)
} IN TRANSACTIONS OF 20000 ROWS
