/** The legend: the kinds that the picture holds, each a switch, and a way back for what is hidden. */

import { fill, h } from "./dom.js";
import { badge, KINDS } from "./kinds.js";
import { toggling } from "./view.js";
import { figure } from "./words.js";

export function legend(element, { view, network }, trail) {
  const counts = new Map();
  network.nodes.forEach(({ kind }) => counts.set(kind, (counts.get(kind) ?? 0) + 1));
  const kinds = Object.keys(KINDS).filter((kind) => counts.has(kind) || view.off.includes(kind));
  const gone = network.nodes.filter(({ kind }) => view.off.includes(kind)).length + view.hide.length;
  const focused = document.activeElement?.dataset.kind;
  fill(
    element,
    h(
      "ul",
      {},
      kinds.map((kind) =>
        h(
          "li",
          {},
          h(
            "button",
            {
              type: "button",
              "aria-pressed": String(!view.off.includes(kind)),
              "data-kind": kind,
              title: view.off.includes(kind) ? "Show these" : "Hide these",
              on: { click: () => trail.go((now) => toggling(now, kind)) },
            },
            badge(kind),
            h("span", { class: "kind-word" }, KINDS[kind].many),
            h("span", { class: "weight" }, figure(counts.get(kind) ?? 0)),
          ),
        ),
      ),
    ),
    gone
      ? h(
          "p",
          { class: "quiet" },
          `${figure(gone)} hidden. `,
          h(
            "button",
            { type: "button", class: "plain", on: { click: () => trail.go((now) => ({ ...now, off: [], hide: [] })) } },
            "Show all",
          ),
        )
      : null,
  );
  if (focused) element.querySelector(`[data-kind="${focused}"]`)?.focus();
}
