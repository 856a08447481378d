MATCH (x:Act {id: $id})
RETURN x {.id, .n, .at, .who, .what, .about, .before, .after} AS act
