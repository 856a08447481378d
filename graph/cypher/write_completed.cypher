// The empty lists that the import tool cannot write.
CALL () {
  MATCH (e:Entity) WHERE e.aliases IS NULL
  RETURN e AS n, 'aliases' AS name
  UNION ALL
  MATCH (d:Document) WHERE d.tags IS NULL
  RETURN d AS n, 'tags' AS name
}
CALL (n, name) { SET n += CASE name WHEN 'tags' THEN {tags: []} ELSE {aliases: []} END } IN TRANSACTIONS OF 20000 ROWS
