/** A line that says how much of the network is drawn, and what was left out. */

import { choosy } from "./facets.js";
import { fill, h } from "./dom.js";
import { showingAll } from "./moves.js";
import { count, figure } from "./words.js";

export function status(element, { view, network, picture }, trail) {
  const { gone, nodes, edges } = picture;
  const hidden = [
    gone.names ? `${figure(gone.names)} of ${count(network.nodes.length, "name")}` : null,
    gone.links ? `${figure(gone.links)} of ${count(network.edges.length, "link")}` : null,
  ].filter(Boolean);
  const taken = view.hide.length;
  const parts = [
    hidden.length ? `Filters hide ${hidden.join(" and ")}.` : null,
    choosy(view) && (view.from || view.to) ? "Undated documents do not count." : null,
    taken ? `${count(taken, "name")} taken out by you.` : null,
    hidden.length || taken ? null : `${count(nodes.length, "name")}, ${count(edges.length, "link")}`,
    network.links ? `(the strongest of ${figure(network.links)} links)` : null,
  ].filter(Boolean);
  fill(
    element,
    h("span", {}, parts.join(" ")),
    hidden.length || taken
      ? h("button", { type: "button", class: "plain", on: { click: () => trail.go(showingAll) } }, "Show all")
      : null,
  );
}
