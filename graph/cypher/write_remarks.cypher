// Counted apart from `revision`: what people write makes answers new, but nothing that `refresh` derives.
MATCH (s:Store {id: 'store'})
SET s.remarks = coalesce(s.remarks, 0) + 1, s.stamp = randomUUID()
