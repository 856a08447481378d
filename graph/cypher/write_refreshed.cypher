// Another writer may have added to the store meanwhile; then its own refresh comes.
MATCH (s:Store {id: 'store'})
WHERE s.revision = $revision
SET s.revision = s.revision + 1, s.refreshed = s.revision + 1, s.stamp = randomUUID()
