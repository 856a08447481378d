// The ids that mentions of some entities had before judgements moved them: verdicts may name them by those.
MATCH (e:Entity)<-[n:NAMES]-(:Document)
WHERE e.id IN $ids AND n.computed IS NOT NULL
RETURN DISTINCT n.computed AS id
