/** The legend: the kinds that the picture holds, each a switch; and the groups, where nodes are coloured by them. */

import { fill, h, named } from "./dom.js";
import { badge, GROUPS, KINDS } from "./kinds.js";
import { toggling } from "./moves.js";
import { figure, shortened } from "./words.js";

export function legend(element, { view, network, picture }, trail, canvas) {
  const counts = new Map();
  network.nodes.forEach(({ kind }) => counts.set(kind, (counts.get(kind) ?? 0) + 1));
  const kinds = Object.keys(KINDS).filter((kind) => counts.has(kind) || view.off.includes(kind));
  const focused = document.activeElement?.dataset.kind;
  fill(
    element,
    h(
      "ul",
      { class: view.colour === "community" ? "plain" : null },
      kinds.map((kind) => kindSwitch(kind, counts.get(kind) ?? 0, view, trail)),
    ),
    view.colour === "community" && canvas ? communities(canvas.groups, picture) : null,
  );
  if (focused) element.querySelector(`[data-kind="${focused}"]`)?.focus();
}

function kindSwitch(kind, n, view, trail) {
  return h(
    "li",
    {},
    h(
      "button",
      {
        type: "button",
        "aria-pressed": String(!view.off.includes(kind)),
        "data-kind": kind,
        title: view.off.includes(kind) ? "Show these" : "Hide these",
        on: { click: () => trail.go((now) => toggling(now, "off", kind)) },
      },
      badge(kind),
      h("span", { class: "kind-word" }, KINDS[kind].many),
      h("span", { class: "weight" }, figure(n)),
    ),
  );
}

/** Each group by the two of its names that are mentioned most. */
function communities(groups, { nodes }) {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return h(
    "ul",
    { class: "groups", "aria-label": "Groups: names that are named with each other more than with others" },
    groups.map(({ group, ids }) =>
      h(
        "li",
        {},
        h("span", { class: `swatch group-${group}` }),
        group === GROUPS ? "others" : named(ids.slice(0, 2).map((id) => shortened(names.get(id) ?? id, 24)).join(", ")),
        h("span", { class: "weight" }, figure(ids.length)),
      ),
    ),
  );
}
