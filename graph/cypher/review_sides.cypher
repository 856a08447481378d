// Entities as a judge looks at them: counts, links, and the sentences that name them most fully.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e {.id, .name, .kind, .aliases, .mentions, .documents} AS entity,
  COUNT { (e)-[:CO_MENTIONED]-() } AS links,
  COLLECT {
    MATCH (e)<-[m:MENTIONS]-(p:Passage)
    WITH p, m LIMIT $looked
    WITH p, max(size(m.surface)) AS longest, collect([m.shown_start, m.shown_end]) AS spans
    MATCH (d:Document)-[:HAS]->(p)
    ORDER BY p.part IN $parts DESC, longest DESC, size(p.text) > 40 DESC, size(p.text), d.id, p.ordinal
    LIMIT $sentences
    RETURN {document: d {.id, .kind, .subject, .date, .date_precision, .date_source, .origin, .marking, .path},
      passage: p.ordinal, text: p.text, spans: spans}
  } AS sentences
