// Append to the audit trail. The store numbers its acts; whoever writes holds its lock.
MATCH (s:Store {id: 'store'})
SET s.acts = coalesce(s.acts, 0) + 1
CREATE (x:Act {id: 'act-' + toString(s.acts), n: s.acts, at: $at, who: $who, what: $what, about: $about,
  before: $before, after: $after})
RETURN x.id AS id
