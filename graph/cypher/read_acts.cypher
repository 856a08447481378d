// Acts, the latest first; `$before` is the number that they come before.
MATCH (x:Act)
WHERE x.n < $before
  AND ($what IS NULL OR x.what = $what OR x.what STARTS WITH $what + '.')
  AND ($about IS NULL OR $about IN x.about)
  AND ($who IS NULL OR x.who = $who)
RETURN x {.id, .n, .at, .who, .what, .about, .before, .after} AS act
ORDER BY x.n DESC
LIMIT $limit
