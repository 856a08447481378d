MATCH (r:Remark {id: $id})
DETACH DELETE r
