/** A document's text with stretches of it marked. Spans count code points; JavaScript's strings count UTF-16 units. */

/**
 * Cut a text at the edges of its spans and return nodes: plain text, and what `wrap(span, content)` makes of each
 * span. Where spans overlap the longer one wins, and what it covers of the others is left unmarked.
 */
export function marked(text, spans, wrap) {
  const letters = Array.from(text);
  const longest = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const nodes = [];
  let at = 0;
  for (const span of longest) {
    if (span.start < at || span.end <= span.start || span.end > letters.length) continue;
    nodes.push(letters.slice(at, span.start).join(""), wrap(span, letters.slice(span.start, span.end).join("")));
    at = span.end;
  }
  nodes.push(letters.slice(at).join(""));
  return nodes.filter((node) => node !== "");
}
