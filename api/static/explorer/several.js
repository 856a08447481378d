/** The panel of several chosen entities: who they are, how they are linked, and what can be done with all of them. */

import { h, named } from "./dom.js";
import { badge } from "./kinds.js";
import { expanding, hiding, keeping } from "./moves.js";
import { format } from "./view.js";
import { count, measured, shortened } from "./words.js";

const LONG = 80;

export function severalPanel(some, view, { state, trail }) {
  const { network, picture } = state.value;
  const nodes = new Map(network.nodes.map((node) => [node.id, node]));
  const known = some.filter((id) => nodes.has(id));
  const links = picture.edges.filter(({ source, target }) => known.includes(source) && known.includes(target));
  return [
    h("p", { class: "kicker" }, "Chosen"),
    h("h2", { tabindex: "-1" }, count(known.length, "name")),
    actions(known, trail, view),
    h(
      "ol",
      { class: "named-with chosen" },
      known.map((id) => chosen(nodes.get(id), view, trail)),
    ),
    h("section", {}, h("h3", {}, count(links.length, "link among them", "links among them")), among(links, nodes, view)),
  ];
}

function actions(some, trail, view) {
  const button = (words, title, act) => h("button", { type: "button", title, on: { click: act } }, words);
  return h(
    "div",
    { class: "actions" },
    button("Expand", "Draw the strongest neighbours of each", () =>
      trail.go((now) => some.reduce(expanding, now)),
    ),
    button("Hide", "Delete", () => trail.go((now) => hiding(now, ...some))),
    button("Keep only these", "Take all others out", () => trail.go((now) => keeping(now, some))),
    some.length === 2
      ? h("a", { class: "button", href: format({ ...view, panel: { path: some } }) }, "Paths between them")
      : null,
  );
}

function chosen({ id, name, kind }, view, trail) {
  const rest = () => trail.go((now) => ({ ...now, panel: leaving(now.panel, id) }));
  return h(
    "li",
    { class: "with-button" },
    h(
      "a",
      { href: format({ ...view, panel: { entity: id } }) },
      badge(kind),
      h("span", { class: "name" }, named(shortened(name, LONG))),
    ),
    h("button", { type: "button", class: "plain", "aria-label": `Let go of ${shortened(name, LONG)}`, on: { click: rest } }, "✕"),
  );
}

function leaving(panel, id) {
  const some = (panel?.some ?? []).filter((other) => other !== id);
  return some.length ? { some } : null;
}

function among(links, nodes, view) {
  if (!links.length) return h("p", { class: "quiet" }, "The picture has no line between them.");
  return h(
    "ol",
    { class: "named-with" },
    links.slice(0, 40).map(({ source, target, strength }) =>
      h(
        "li",
        {},
        h(
          "a",
          { href: format({ ...view, panel: { link: [source, target], scope: view.scope, order: "newest" } }) },
          badge(nodes.get(source).kind),
          h(
            "span",
            { class: "name" },
            named(shortened(nodes.get(source).name, LONG)),
            h("span", { class: "quiet" }, " and "),
            named(shortened(nodes.get(target).name, LONG)),
          ),
          h("span", { class: "weight" }, measured(strength, view)),
        ),
      ),
    ),
  );
}
