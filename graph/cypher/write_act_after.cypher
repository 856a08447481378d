MATCH (x:Act {id: $id})
SET x.after = $after
