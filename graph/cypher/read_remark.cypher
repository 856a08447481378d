MATCH (r:Remark {id: $id})
RETURN [label IN labels(r) WHERE label <> 'Remark'][0] AS label, properties(r) AS properties
