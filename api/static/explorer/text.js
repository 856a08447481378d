/** A document's text with stretches of it marked. Spans count code points; JavaScript's strings count UTF-16 units. */

/**
 * Cut a text at the edges of its spans and return nodes: plain text, and what `wrap(span, content)` makes of each
 * span. Where spans overlap the longer one wins, and what it covers of the others is left unmarked.
 */
export function marked(text, spans, wrap) {
  const letters = Array.from(text);
  const kept = [];
  for (const span of [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (span.start < 0 || span.end <= span.start || span.end > letters.length) continue;
    if (kept.every((other) => span.end <= other.start || other.end <= span.start)) kept.push(span);
  }
  kept.sort((a, b) => a.start - b.start);
  const nodes = [];
  let at = 0;
  for (const span of kept) {
    nodes.push(letters.slice(at, span.start).join(""), wrap(span, letters.slice(span.start, span.end).join("")));
    at = span.end;
  }
  nodes.push(letters.slice(at).join(""));
  return nodes.filter((node) => node !== "");
}
