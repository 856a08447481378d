/** Whom an entity is named with: the strongest links of each kind, more of them on request. */

import { neighbours } from "./gather.js";
import { h, named } from "./dom.js";
import { badge, KINDS } from "./kinds.js";
import { strength } from "./sieve.js";
import { format } from "./view.js";
import { measured, SCOPES, shortened } from "./words.js";

const FEW = 5;
const STEP = 20;
const LONG = 80;

/** The section; `found` are the entity's neighbours, the strongest first, or the strongest of them ({items, more}). */
export async function links(entity, found, view) {
  if (!found.items.length) return h("p", { class: "quiet" }, "No other name stands in a sentence with this one.");
  const groups = await Promise.all(Object.keys(KINDS).map((kind) => group(kind, entity, found, view)));
  const most = strength(found.items[0].weight, view);
  return h(
    "section",
    { class: "links" },
    h("h3", {}, "Named with"),
    h("p", { class: "quiet" }, `${SCOPES[view.scope]}, the strongest of each kind; choose one to read the evidence.`),
    groups.filter(({ items }) => items.length).flatMap((each) => listed(each, entity, most, view)),
  );
}

/** Those of one kind. Where not all neighbours are at hand, the kinds that are rare among them are asked for. */
async function group(kind, entity, found, view) {
  const items = found.items.filter(({ entity: other }) => other.kind === kind);
  if (!found.more || items.length > FEW) return { kind, items, more: found.more };
  const asked = await neighbours(entity.id, view, 0, kind).catch(() => ({ items, more: true }));
  return { kind, ...asked, items: asked.items.filter(({ entity: other }) => other.kind === kind) };
}

function listed({ kind, items, more }, entity, most, view) {
  const line = ({ entity: other, weight }) => {
    const n = strength(weight, view);
    return h(
      "li",
      {},
      h(
        "a",
        { href: format({ ...view, panel: { link: [entity.id, other.id], scope: view.scope, order: "newest" } }) },
        badge(other.kind),
        h("span", { class: "name" }, named(shortened(other.name, LONG))),
        h("span", { class: "weight" }, measured(n, view)),
        h("meter", { class: "bar", min: 0, max: most, value: n, "aria-hidden": "true" }),
      ),
    );
  };
  let shown = FEW;
  const list = h("ol", { class: "named-with" }, items.slice(0, shown).map(line));
  const button = h("button", { type: "button", class: "plain further", on: { click: further } });
  const left = () => Math.min(STEP, items.length - shown);
  const words = () => {
    button.textContent = `${left()} more ${KINDS[kind].many.toLowerCase()}`;
    button.hidden = left() < 1;
  };
  function further() {
    const first = list.children.length;
    list.append(...items.slice(shown, shown + STEP).map(line));
    shown += STEP;
    words();
    list.children[first]?.querySelector("a").focus();
  }
  words();
  const total = `${items.length}${more ? "+" : ""}`;
  return [h("h4", {}, KINDS[kind].many, " ", h("span", { class: "quiet" }, total)), list, button];
}
