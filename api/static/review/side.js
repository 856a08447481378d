/** One of two entities that may be the same: what it is, and the sentences that name it most fully. */

import { h, named } from "../explorer/dom.js";
import { badge, kindOf } from "../explorer/kinds.js";
import { count, day, shortened } from "../explorer/words.js";

const ALIASES = 6;
const LONG = 90;

/** A side; `mark` is `a` or `b`, the colour in which its name is marked. */
export function side({ entity, links, sentences }, mark) {
  const others = entity.aliases.filter((alias) => alias !== entity.name).slice(0, ALIASES);
  return h(
    "section",
    { class: "side", "aria-label": entity.name },
    h("p", { class: "kicker" }, badge(entity.kind), kindOf(entity.kind).one),
    h("h3", {}, h("a", { href: `/#entity=${entity.id}&show=${entity.id}:20` }, named(shortened(entity.name, LONG)))),
    h(
      "p",
      { class: "quiet" },
      `${count(entity.mentions, "mention")} in ${count(entity.documents, "document")}, ${count(links, "link")}`,
      others.length ? [". Also ", others.flatMap((alias, n) => [n ? "; " : "", named(shortened(alias, 40))])].flat() : "",
    ),
    h("ul", { class: "sentences" }, sentences.map((said) => h("li", {}, sentence(said, entity, mark)))),
  );
}

function sentence({ document, passage, text, spans }, entity, mark) {
  const parts = [];
  const letters = Array.from(text); // places are counted in code points
  let done = 0;
  for (const { start, end } of spans) {
    if (start < done) continue;
    parts.push(letters.slice(done, start).join(""), h("mark", { class: mark }, letters.slice(start, end).join("")));
    done = end;
  }
  parts.push(letters.slice(done).join(""));
  const address = `/#document=${document.id}&passage=${passage}&marks=${entity.id}`;
  const where = [document.date ? day(document.date) : "undated", document.subject || document.path].join(", ");
  return [
    h("span", { class: "said", dir: "auto" }, parts),
    h("a", { class: "where", href: address, target: "_blank", rel: "noopener" }, named(shortened(where, 100))),
  ];
}
