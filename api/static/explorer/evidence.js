/** The panel of one link: every text that names both entities, both names marked, and where it stands. */

import { entityPath, get, recall } from "./api.js";
import { h, named } from "./dom.js";
import { badge } from "./kinds.js";
import { notes } from "./notes.js";
import { marked } from "./text.js";
import { verdict } from "./verdicts.js";
import { format } from "./view.js";
import { telling, weighed } from "./weighing.js";
import { count, dated, SCOPES, shortened, standing, tight, titled } from "./words.js";

const PAGE = 20;
/** To put the oldest or the most telling first, so many are looked at. */
const LOOKED = 500;
const ORDERS = { newest: "Newest first", oldest: "Oldest first", telling: "Most telling first" };
const NOTICE = "Named together is not tied together: read each sentence for what it says.";
const KEEP = 50;
const pages = new Map();

/** What was read of links may be so no more. */
export function forgetEvidence() {
  pages.clear();
}

function keep(key, found) {
  pages.delete(key);
  if (pages.size >= KEEP) pages.delete(pages.keys().next().value);
  pages.set(key, found);
}

export async function evidencePanel({ link: [a, b], scope, order }, view, { trail, scene, renew }) {
  const key = [a, b, scope, order, view.obey].join(" ");
  const [first, second, among, found, remarks] = await Promise.all([
    recall(entityPath(a)),
    recall(entityPath(b)),
    recall("/api/network/among", { ids: [a, b].sort().join(",") }),
    pages.get(key) ?? evidence({ a, b, scope, verdicts: view.obey ? "obey" : "" }, order),
    notes([a, b], renew),
  ]);
  keep(key, found);
  const [edge] = among.edges;
  const judged = () => {
    forgetEvidence();
    renew();
    if (view.obey) scene.reload();
  };
  const list = h(
    "ol",
    { class: "evidence" },
    found.items.slice(0, found.shown).map((item) => sentence(item, [a, b], view, judged)),
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
    weighed(edge?.weight),
    h("p", { class: "quiet" }, NOTICE),
    h("p", {}, "Of the link as a whole: ", verdict({ a, b }, await standingOn(a, b, edge), judged)),
    ...controls([a, b], scope, order, trail),
    note,
    found.items.length ? list : h("p", {}, none(scope)),
    found.items.length ? paging(key, found, { list, end, note }, { a, b, scope }, view, judged) : null,
    end,
    remarks,
  ];
}

/** The texts, in an order: the newest come page by page, another order is made of all of them up to a bound. */
async function evidence(query, order) {
  const newest = order === "newest";
  const answer = await get("/api/evidence", { ...query, limit: newest ? PAGE : LOOKED });
  if (newest) return { ...answer, shown: answer.items.length };
  const items =
    order === "oldest"
      ? answer.items.reverse().sort((one, other) => (one.document.date ?? "~").localeCompare(other.document.date ?? "~"))
      : answer.items
          .map((item, n) => [telling(item), n, item])
          .sort((one, other) => other[0] - one[0] || one[1] - other[1])
          .map(([, , item]) => item);
  const bound = answer.next === null ? null : `Chosen among the newest ${LOOKED} texts: there are more.`;
  return { items, shown: Math.min(PAGE, items.length), next: null, note: [bound, answer.note].filter(Boolean).join(" ") };
}

/** The verdict on the edge itself, in full. */
async function standingOn(a, b, edge) {
  if (!edge?.verdicts?.edge) return null;
  const found = await get("/api/verdicts", { a, b, limit: 500 });
  return found.items.find((each) => each.document === null) ?? null;
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

function controls(link, scope, order, trail) {
  const go = (change) => trail.go((now) => ({ ...now, panel: { link, scope, order, ...change } }));
  const select = h(
    "select",
    { "aria-label": "In which order", on: { change: () => go({ order: select.value }) } },
    Object.entries(ORDERS).map(([value, words]) => h("option", { value }, words)),
  );
  select.value = order;
  return [
    h(
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
            on: { change: () => go({ scope: value }) },
          }),
          h("span", {}, words),
        ),
      ),
    ),
    h("p", { class: "order" }, select),
  ];
}

function paging(key, first, { list, end, note }, query, view, judged) {
  let found = first;
  const left = () => found.shown < found.items.length || found.next !== null;
  const button = h("button", { type: "button", hidden: !left(), on: { click: more } }, "More");
  async function more() {
    button.disabled = true;
    try {
      if (found.shown === found.items.length) {
        const next = await get("/api/evidence", { ...query, limit: PAGE, cursor: found.next });
        found = { ...found, items: [...found.items, ...next.items], next: next.next, note: next.note ?? found.note };
      }
      const items = found.items.slice(found.shown, found.shown + PAGE);
      list.append(...items.map((item) => sentence(item, [query.a, query.b], view, judged)));
      found = { ...found, shown: found.shown + items.length };
      note.textContent = found.note ?? "";
      note.hidden = !found.note;
      keep(key, found);
      end.textContent = `${count(found.shown, "text")} shown`;
    } catch (error) {
      end.textContent = error.message;
    }
    button.hidden = !left();
    button.disabled = false;
  }
  return h("div", { class: "actions" }, button);
}

/** One text of the evidence: its words first, then where they stand; the whole of it leads to the document. */
function sentence(item, [a, b], view, judged) {
  const { document, passage } = item;
  const mine = item.verdicts?.find((each) => each.passage === passage) ?? item.verdicts?.[0] ?? null;
  return h(
    "li",
    {},
    text(item, [a, b], view),
    alsoIn(item.also ?? [], view),
    verdict({ a, b, document: document.id, passage: mine?.passage ?? passage }, mine, judged),
  );
}

/** The other forms of the document, which say the same once more and are no second piece of evidence. */
function alsoIn(forms, view) {
  if (!forms.length) return null;
  return h(
    "p",
    { class: "quiet also" },
    "also in ",
    forms.flatMap((form, n) => [
      n ? ", " : "",
      h(
        "a",
        { href: format({ ...view, panel: { document: form.id, passage: null, marks: [] } }), title: form.path },
        named(titled(form)),
      ),
    ]),
  );
}

/** A text with both names marked and where it stands: a link into its document. */
export function text(item, [a, b], view) {
  const spans = [...item.a.map((span) => ({ ...span, mark: "a" })), ...item.b.map((span) => ({ ...span, mark: "b" }))];
  const words = marked(item.text, spans, (span, letters) => h("mark", { class: span.mark }, letters));
  const { document } = item;
  const place = [dated(document), standing(item), tight(document.marking)].filter(Boolean).join(", ");
  return h(
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
  );
}
