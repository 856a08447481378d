/** One of two entities that may be the same: what it is, and the sentences that name it most fully. */

import { h, named } from "../explorer/dom.js";
import { badge, kindOf } from "../explorer/kinds.js";
import { marked } from "../explorer/text.js";
import { count, day, shortened, titled } from "../explorer/words.js";

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
  const words = marked(text, spans, (_, letters) => h("mark", { class: mark }, letters));
  const address = `/#document=${document.id}&passage=${passage}&marks=${entity.id}`;
  const where = `${day(document.date)}, ${titled(document)}`;
  return [
    h("span", { class: "said", dir: "auto" }, words),
    h("a", { class: "where", href: address, target: "_blank", rel: "noopener" }, named(shortened(where, 100))),
  ];
}
