/** The panel of routes between two entities: the best few by their weakest link, each link with its best sentence. */

import { entityPath, get, recall } from "./api.js";
import { h, named } from "./dom.js";
import { text } from "./evidence.js";
import { badge } from "./kinds.js";
import { adding } from "./moves.js";
import { format } from "./view.js";
import { count, scoped, shortened } from "./words.js";

const LONG = 60;
/** Routes are sought within so many links, and farther only where there is none. */
const [NEAR, FAR] = [3, 5];

export async function pathsPanel(ends, view, { trail }) {
  const [from, to] = await Promise.all(ends.map((id) => recall(entityPath(id))));
  if (!to) return asking(from);
  const ask = (hops) => get("/api/paths", { from: from.id, to: to.id, max_hops: hops, verdicts: view.obey ? "obey" : "" });
  const near = await ask(NEAR);
  const found = near.items.length ? near : await ask(FAR);
  return [
    h("p", { class: "kicker" }, "Paths"),
    h("h2", { tabindex: "-1", class: "pair" }, end(from, view), h("span", { class: "and" }, " to "), end(to, view)),
    h(
      "p",
      { class: "quiet" },
      "The best routes, ranked by their weakest link. A route is a trail to read along, not a chain of acquaintance.",
    ),
    found.note ? h("p", {}, found.note) : null,
    ...found.items.map((route, n) => way(route, n, view, trail)),
  ];
}

function asking(from) {
  return [
    h("p", { class: "kicker" }, "Paths"),
    h("h2", { tabindex: "-1" }, "From ", named(shortened(from.name, LONG)), " to …"),
    h("p", { class: "lead" }, "Click the other name in the picture, or search for it."),
  ];
}

function end({ id, name, kind }, view) {
  return h(
    "a",
    { class: "end", href: format({ ...view, panel: { entity: id } }) },
    badge(kind),
    named(shortened(name, LONG)),
  );
}

function way({ entities, hops, weakest }, n, view, trail) {
  const draw = () =>
    trail.go((now) => ({ ...entities.reduce((drawn, { id }) => adding(drawn, id), now), panel: now.panel }));
  const names = new Map(entities.map((entity) => [entity.id, entity]));
  const strength = weakest === null ? "" : `; weakest link ${weakest.toFixed(1)} (log-likelihood ratio)`;
  return h(
    "section",
    { class: "way" },
    h("h3", {}, `Route ${n + 1}: ${count(hops.length, "link")}`, h("span", { class: "quiet" }, strength)),
    h("div", { class: "actions" }, h("button", { type: "button", on: { click: draw } }, "Draw this route")),
    h(
      "ol",
      { class: "hops" },
      hops.map(({ source, target, weight, evidence }) =>
        h(
          "li",
          {},
          h(
            "a",
            {
              class: "hop",
              href: format({ ...view, panel: { link: [source, target], scope: view.scope, order: "telling" } }),
            },
            badge(names.get(source).kind),
            named(shortened(names.get(source).name, LONG)),
            h("span", { class: "quiet" }, " — "),
            badge(names.get(target).kind),
            named(shortened(names.get(target).name, LONG)),
            h("span", { class: "weight" }, ` ${scoped(weight.passages, "passage")}`),
          ),
          evidence ? text(evidence, [source, target], view) : null,
        ),
      ),
    ),
  );
}
