// What people write into the store is found by :Remark and its id, and read as :Verdict, :Note or :View.
MERGE (r:Remark {id: $properties.id})
SET r = $properties, r:$($label)
