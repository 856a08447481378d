MATCH (d:Document&!Version)
WITH left(d.date, 7) AS date, d.date_source AS source, COUNT { (d)-[:HAS]->() } AS passages
RETURN date, source, count(*) AS documents, sum(passages) AS passages
