MATCH (l:Load {id: $id})
RETURN l.id AS id
