UNWIND $hashes AS hash
MATCH (d:Document {hash: hash})
RETURN DISTINCT hash
