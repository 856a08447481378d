/** The panel of one entity: who it is, what it is called, and those it is named with most. */

import { entityPath, recall } from "./api.js";
import { correcting } from "./correct.js";
import { h, named } from "./dom.js";
import { neighbours } from "./gather.js";
import { badge, kindOf } from "./kinds.js";
import { notes } from "./notes.js";
import { documents, timeline } from "./timeline.js";
import { expanding, hiding } from "./moves.js";
import { strength } from "./sieve.js";
import { format, STEP } from "./view.js";
import { count, day, measured, SCOPES, shortened } from "./words.js";

const ALIASES = 12;
const LONG = 80;

export async function entityPanel(id, view, { state, trail, renew, scene }) {
  const [entity, found, remarks, times] = await Promise.all([
    recall(entityPath(id)),
    neighbours(id, view, view.show.find((shown) => shown.id === id)?.count),
    notes([id], renew),
    timeline(id).catch(() => null),
  ]);
  return [
    h(
      "p",
      { class: "kicker" },
      badge(entity.kind),
      h("span", {}, entity.kinds.map((kind) => kindOf(kind).one).join(", ")),
    ),
    h(
      "h2",
      { tabindex: "-1", class: Array.from(entity.name).length > LONG ? "name long" : "name" },
      named(entity.name),
    ),
    h("p", {}, `${count(entity.mentions, "mention")} in ${count(entity.documents, "document")}${span(entity)}.`),
    actions(id, found, view, state, trail),
    aliases(entity),
    posts(entity, view),
    times,
    links(entity, found, view),
    await documents(entity, view).catch(() => null),
    remarks,
    correcting(entity, { state, trail, reload: () => scene.reload(renew) }),
  ];
}

function span({ first, last }) {
  if (!first) return ", undated";
  return first === last ? `, ${day(first)}` : `, ${day(first)} to ${day(last)}`;
}

function actions(id, found, view, state, trail) {
  const button = (words, act, title) => h("button", { type: "button", title, on: { click: act } }, words);
  const reach = state.value.network.reach.get(id);
  const total = `${found.items.length}${found.more ? "+" : ""}`;
  const rest = found.items.length - (reach?.shown ?? 0);
  return h(
    "div",
    { class: "actions" },
    rest > 0
      ? button(
          reach ? `Show ${Math.min(STEP, rest)} more` : "Expand",
          () => trail.go((now) => expanding(now, id)),
          "Enter or double click on the name",
        )
      : null,
    button(
      "Only this",
      () => trail.go((now) => ({ ...now, show: [{ id, count: STEP }], hide: [] })),
      "Start again from this name",
    ),
    button("Hide", () => trail.go((now) => hiding(now, id)), "Delete"),
    h(
      "a",
      { class: "button", href: format({ ...view, panel: { path: [id] } }), title: "The other end is chosen next" },
      "Path to …",
    ),
    h(
      "a",
      { class: "button", href: `/network/${encodeURIComponent(id)}`, target: "_blank", rel: "noopener" },
      "Page to keep",
    ),
    h(
      "p",
      { class: "quiet reach" },
      reach ? `${reach.shown} of ${total} neighbours shown, strongest first` : `${total} neighbours`,
    ),
  );
}

function aliases({ name, aliases }) {
  const others = aliases.filter((alias) => alias !== name);
  if (!others.length) return null;
  const rest = others.length - ALIASES;
  return h(
    "section",
    {},
    h("h3", {}, "Also written"),
    h(
      "ul",
      { class: "aliases" },
      others.slice(0, ALIASES).map((alias) => h("li", {}, named(shortened(alias, LONG)))),
      rest > 0 ? h("li", { class: "quiet" }, `and ${rest} more`) : null,
    ),
  );
}

function posts({ id, posts }, view) {
  if (!posts.length) return null;
  const panel = (document) => format({ ...view, panel: { document, passage: null, marks: [id] } });
  return h(
    "section",
    {},
    h("h3", {}, "Posts"),
    h(
      "ul",
      { class: "posts" },
      posts.map((post) =>
        h(
          "li",
          {},
          post.title ? h("b", {}, named(post.title)) : null,
          post.title ? ", " : null,
          h("a", { href: format({ ...view, panel: { entity: post.agency } }) }, named(post.agency_name)),
          h(
            "span",
            { class: "quiet" },
            " as said in ",
            post.documents
              .slice(0, 5)
              .flatMap((document, n) => [
                n ? ", " : "",
                h("a", { href: panel(document) }, post.documents.length === 1 ? "one document" : `document ${n + 1}`),
              ]),
          ),
        ),
      ),
    ),
  );
}

function links(entity, found, view) {
  const scope = view.scope;
  if (!found.items.length) return h("p", { class: "quiet" }, "No other name stands in a sentence with this one.");
  const most = strength(found.items[0].weight, view);
  return h(
    "section",
    {},
    h("h3", {}, "Named with"),
    h("p", { class: "quiet" }, `${SCOPES[scope]}; choose one to read the evidence.`),
    h(
      "ol",
      { class: "named-with" },
      found.items.slice(0, 40).map(({ entity: other, weight }) => {
        const n = strength(weight, view);
        return h(
          "li",
          {},
          h(
            "a",
            { href: format({ ...view, panel: { link: [entity.id, other.id], scope, order: "newest" } }) },
            badge(other.kind),
            h("span", { class: "name" }, named(shortened(other.name, LONG))),
            h("span", { class: "weight" }, measured(n, view)),
            h("meter", { class: "bar", min: 0, max: most, value: n, "aria-hidden": "true" }),
          ),
        );
      }),
    ),
  );
}
