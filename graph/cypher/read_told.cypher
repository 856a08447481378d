MATCH (d:Document {id: $id})
RETURN d {.id, .path, .kind, .subject} AS document
