MATCH ()-[r:CO_MENTIONED]->()
RETURN count(r) AS total
