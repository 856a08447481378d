// Every writing transaction begins with this write to the one Store node: its lock lets one writer in at a time.
MERGE (s:Store {id: 'store'})
ON CREATE SET s.schema = $schema, s.revision = 0, s.refreshed = 0
SET s.revision = s.revision
RETURN s.schema AS schema, s.revision AS revision, s.refreshed AS refreshed, s.restoring AS restoring
