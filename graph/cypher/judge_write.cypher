CREATE (j:Judgement)
SET j = $judgement
