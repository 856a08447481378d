/** The panel of one link: every text that names both entities, both names marked, and where it stands. */

import { entityPath, get, recall } from "./api.js";
import { h, named } from "./dom.js";
import { badge } from "./kinds.js";
import { marked } from "./text.js";
import { format } from "./view.js";
import { count, dated, SCOPES, scoped, shortened, standing, titled } from "./words.js";

const PAGE = 20;
const pages = new Map();
/** What a log-likelihood ratio says: 10.83 and 3.84 leave chance one case in a thousand and one in twenty. */
const SENSE = [
  [10.83, "The two stand together clearly more often than chance would have it"],
  [3.84, "The two stand together more often than chance would have it"],
  [0, "That is hardly more than chance would have it"],
  [-Infinity, "That is no more than chance would have it"],
];

export async function evidencePanel({ link: [a, b], scope }, view, { trail }) {
  const key = [a, b, scope].join(" ");
  const [first, second, network, found] = await Promise.all([
    recall(entityPath(a)),
    recall(entityPath(b)),
    recall("/api/network", { ids: [a, b].sort().join(","), depth: 1, limit: 2 }),
    pages.get(key) ?? get("/api/evidence", { a, b, scope, limit: PAGE }),
  ]);
  pages.set(key, found);
  const list = h(
    "ol",
    { class: "evidence" },
    found.items.map((item) => sentence(item, [a, b], view)),
  );
  const end = h("p", { class: "quiet", role: "status" });
  const note = h("p", { class: "quiet note", hidden: !found.note }, found.note ?? "");
  return [
    h("p", { class: "kicker" }, "Evidence"),
    h(
      "h2",
      { tabindex: "-1", class: "pair" },
      endOf(first, "a", view),
      h("span", { class: "and" }, " and "),
      endOf(second, "b", view),
    ),
    weighed(network.edges[0]?.weight),
    scopes([a, b], scope, trail),
    note,
    found.items.length ? list : h("p", {}, none(scope)),
    found.items.length ? paging(key, found, { list, end, note }, { a, b, scope }, view) : null,
    end,
  ];
}

function endOf(entity, mark, view) {
  return h(
    "a",
    { class: "end", href: format({ ...view, panel: { entity: entity.id } }) },
    badge(entity.kind),
    h("mark", { class: mark }, named(shortened(entity.name, 80))),
  );
}

function none(scope) {
  return scope === "document"
    ? "No document names both."
    : `No ${scope === "passage" ? "sentence" : "paragraph"} names both. Try a wider scope.`;
}

/** The counts in words, and whether they are more than chance would have them. */
function weighed(weight) {
  if (!weight) return null;
  const counts = `${scoped(weight.passages, "passage")} in ${scoped(weight.paragraphs, "paragraph")} of ${scoped(weight.documents, "document")}.`;
  if (weight.llr === null) return h("p", {}, counts);
  const [, sense] = SENSE.find(([least]) => weight.llr > least);
  return h(
    "p",
    {},
    counts,
    " ",
    h("span", { class: "quiet" }, `${sense} (log-likelihood ratio ${weight.llr.toFixed(1)}).`),
  );
}

function scopes(link, scope, trail) {
  return h(
    "fieldset",
    { class: "scopes" },
    h("legend", { class: "hidden" }, "How near the two names stand"),
    Object.entries(SCOPES).map(([value, words]) =>
      h(
        "label",
        {},
        h("input", {
          type: "radio",
          name: "scope",
          value,
          checked: value === scope,
          on: { change: () => trail.go((now) => ({ ...now, panel: { ...now.panel, link, scope: value } })) },
        }),
        h("span", {}, words),
      ),
    ),
  );
}

function paging(key, first, { list, end, note }, query, view) {
  let found = first;
  const button = h("button", { type: "button", hidden: found.next === null, on: { click: more } }, "More");
  async function more() {
    button.disabled = true;
    try {
      const next = await get("/api/evidence", { ...query, limit: PAGE, cursor: found.next });
      list.append(...next.items.map((item) => sentence(item, [query.a, query.b], view)));
      found = { ...found, items: [...found.items, ...next.items], next: next.next, note: next.note ?? found.note };
      note.textContent = found.note ?? "";
      note.hidden = !found.note;
      pages.set(key, found);
      end.textContent = `${count(found.items.length, "text")} shown`;
    } catch (error) {
      end.textContent = error.message;
    }
    button.hidden = found.next === null;
    button.disabled = false;
  }
  return h("div", { class: "actions" }, button);
}

/** One text of the evidence: its words first, then where they stand; the whole of it leads to the document. */
function sentence(item, [a, b], view) {
  const spans = [...item.a.map((span) => ({ ...span, mark: "a" })), ...item.b.map((span) => ({ ...span, mark: "b" }))];
  const words = marked(item.text, spans, (span, text) => h("mark", { class: span.mark }, text));
  const { document } = item;
  const place = [dated(document), standing(item)].filter(Boolean).join(", ");
  return h(
    "li",
    {},
    h(
      "a",
      {
        class: "sentence",
        href: format({ ...view, panel: { document: document.id, passage: item.passage, marks: [a, b] } }),
      },
      h(
        "span",
        { class: "words", dir: "auto" },
        item.marking ? h("span", { class: "portion", title: "Portion marking" }, `(${item.marking}) `) : null,
        words,
      ),
      h("span", { class: "source" }, h("cite", {}, named(titled(document))), h("span", {}, place)),
    ),
  );
}
