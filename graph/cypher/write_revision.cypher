// The stamp tells two stores of one revision apart: one that was thrown away and loaded anew, or restored and gone on.
MATCH (s:Store {id: 'store'})
SET s.revision = s.revision + 1, s.stamp = randomUUID()
