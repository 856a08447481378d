// Rows are [labels, properties]; the ids come in their order, which their places say.
UNWIND range(0, size($nodes) - 1) AS place
CREATE (n:$($nodes[place][0]))
SET n = $nodes[place][1]
WITH place, elementId(n) AS id
ORDER BY place
RETURN id
