/** The table twin: what the picture shows, for screen readers, for keyboards, and where nothing can be drawn. */

import { fill, h, named } from "./dom.js";
import { badge, kindOf } from "./kinds.js";
import { format } from "./view.js";
import { choosingToo } from "./moves.js";
import { count, figure, measured, shortened } from "./words.js";

const COLUMNS = [
  ["name", "Name", (row) => row.name.toLocaleLowerCase("en")],
  ["kind", "Kind", (row) => row.kind],
  ["mentions", "Mentions", (row) => -row.mentions],
  ["documents", "Documents", (row) => -row.documents],
  ["links", "Links shown", (row) => -row.links.length],
  ["strongest", "Named most with", (row) => -(row.links[0]?.strength ?? 0)],
];
const LETTERS = 80;
let order = "mentions";
let reversed = false;

export function table(element, state, trail) {
  const { view, picture } = state;
  if (element.hidden) return;
  const rows = rowsOf(picture);
  const value = COLUMNS.find(([key]) => key === order)[2];
  rows.sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0) || (a.id < b.id ? -1 : 1));
  if (reversed) rows.reverse();
  const focused = element.contains(document.activeElement) ? document.activeElement.closest("[data-row]") : null;
  const sort = (key) => () => {
    reversed = key === order && !reversed;
    order = key;
    table(element, state, trail);
    element.querySelector(`[data-column="${key}"]`).focus();
  };
  fill(
    element,
    h(
      "table",
      {},
      h(
        "caption",
        {},
        `${count(rows.length, "name")} and ${count(rows.reduce((sum, row) => sum + row.links.length, 0) / 2, "link")} shown`,
      ),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, h("span", { class: "hidden" }, "Chosen")),
          COLUMNS.map(([key, words]) =>
            h(
              "th",
              { scope: "col", class: key, "aria-sort": key === order ? (reversed ? "descending" : "ascending") : null },
              h(
                "button",
                { type: "button", class: "plain", "data-column": key, on: { click: sort(key) } },
                words,
                key === order ? h("span", { "aria-hidden": "true" }, reversed ? " ↑" : " ↓") : null,
              ),
            ),
          ),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((row) => line(row, view, trail)),
      ),
    ),
  );
}

function rowsOf({ nodes, edges }) {
  const shown = new Map(nodes.map((node) => [node.id, { ...node, links: [] }]));
  for (const { source, target, strength } of edges) {
    shown.get(source).links.push({ id: target, strength });
    shown.get(target).links.push({ id: source, strength });
  }
  for (const row of shown.values()) row.first = row.links.length ? shown.get(row.links[0].id) : null;
  return [...shown.values()];
}

function line(row, view, trail) {
  const to = (panel) => format({ ...view, panel });
  const chosen = view.panel?.some?.includes(row.id) || view.panel?.entity === row.id;
  const box = h("input", {
    type: "checkbox",
    checked: Boolean(chosen),
    "aria-label": `Choose ${shortened(row.name, LETTERS)}`,
    on: { change: () => trail.go((now) => choosingToo(now, row.id)) },
  });
  return h(
    "tr",
    { "data-row": row.id },
    h("td", { class: "choose" }, box),
    h(
      "th",
      { scope: "row", class: "name" },
      h("a", { href: to({ entity: row.id }), title: row.name }, named(shortened(row.name, LETTERS))),
    ),
    h("td", { class: "kind" }, badge(row.kind), kindOf(row.kind).one),
    h("td", { class: "mentions" }, figure(row.mentions)),
    h("td", { class: "documents" }, figure(row.documents)),
    h("td", { class: "links" }, figure(row.links.length)),
    h(
      "td",
      { class: "strongest" },
      row.first
        ? [
            h(
              "a",
              {
                href: to({ link: [row.id, row.first.id], scope: view.scope, order: "newest" }),
                title: `Read what names both ${row.name} and ${row.first.name}`,
              },
              named(shortened(row.first.name, LETTERS)),
            ),
            h("span", { class: "quiet" }, ` ${measured(row.links[0].strength, view)}`),
          ]
        : "none",
    ),
  );
}
