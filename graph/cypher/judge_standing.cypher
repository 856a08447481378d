// All judgements, those undone too, in the order in which they were made.
MATCH (j:Judgement)
RETURN properties(j) AS judgement
ORDER BY j.n
