MATCH (l:Load {id: $id})
SET l.act = $act
