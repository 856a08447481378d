MATCH (d:Document)
RETURN coalesce(sum(d.paragraphs), 0) AS total
