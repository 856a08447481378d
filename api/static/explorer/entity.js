/** The panel of one entity: who it is, what it is called, and those it is named with most. */

import { entityPath, recall } from "./api.js";
import { correcting } from "./correct.js";
import { fill, h, named } from "./dom.js";
import { neighbours } from "./gather.js";
import { badge, kindOf } from "./kinds.js";
import { links } from "./links.js";
import { notes } from "./notes.js";
import { documents, timeline } from "./timeline.js";
import { expanding, hiding } from "./moves.js";
import { format, STEP } from "./view.js";
import { count, day, figure, shortened } from "./words.js";

const ALIASES = 12;
const LONG = 80;

export async function entityPanel(id, view, { state, trail, renew, scene }) {
  const reading = neighbours(id, view, view.show.find((shown) => shown.id === id)?.count);
  const known = recall(entityPath(id));
  const [entity, found, namedWith, written, remarks, times, papers] = await Promise.all([
    known,
    reading,
    Promise.all([known, reading]).then(([entity, found]) => links(entity, found, view)),
    recall(entityPath(id, "/spellings"), { limit: 200 }).catch(() => ({ items: [] })),
    notes([id], renew),
    timeline(id).catch(() => null),
    known.then((entity) => documents(entity, view)).catch(() => null),
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
    standing([...new Set([entity.id, id])], found, view, { state, trail }),
    aliases(entity, written.items),
    posts(entity, view),
    times,
    namedWith,
    papers,
    remarks,
    correcting(entity, { state, trail, scene, renew }),
  ];
}

function span({ first, last }) {
  if (!first) return ", undated";
  return first === last ? `, ${day(first)}` : `, ${day(first)} to ${day(last)}`;
}

/**
 * How the entity stands in the picture, and what can be done with it there: written anew where another network is drawn.
 * `ids` are its id and, where it was joined with another entity since an address was made, the one that it had there.
 */
function standing(ids, first, view, { state, trail }) {
  const element = h("div", { class: "actions standing", on: { network: again } }, actions(ids, first, view, state, trail));
  const [id] = ids;
  async function again() {
    const { network, view: now } = state.value;
    const found = await neighbours(id, now, asked(now, ids)?.count).catch(() => null);
    if (!found || network !== state.value.network) return; // It could not be read, or the next one is on its way.
    const used = element.contains(document.activeElement) ? document.activeElement.title : null;
    fill(element, actions(ids, found, now, state, trail));
    if (used === null) return;
    const same = [...element.children].find(({ title }) => title === used);
    (same ?? document.querySelector("#panel h2")).focus({ preventScroll: true });
  }
  return element;
}

/** What a view asks for of an entity that has these ids: the most. */
function asked({ show }, ids) {
  return show.filter(({ id }) => ids.includes(id)).sort((one, other) => other.count - one.count)[0];
}

function actions(ids, found, view, state, trail) {
  const button = (words, act, title) => h("button", { type: "button", title, on: { click: act } }, words);
  const [id] = ids;
  const reach = state.value.network.reach.get(id);
  const total = `${found.items.length}${found.more ? "+" : ""}`;
  const rest = found.items.length - (reach?.shown ?? 0);
  return [
    rest > 0
      ? button(
          reach ? `Show ${Math.min(STEP, rest)} more` : "Expand",
          () => trail.go((now) => expanding(now, asked(now, ids)?.id ?? id)),
          "Enter or double click on the name",
        )
      : null,
    button(
      "Only this",
      () => trail.go((now) => ({ ...now, show: [{ id, count: STEP }], hide: [] })),
      "Start again from this name",
    ),
    button("Hide", () => trail.go((now) => hiding(now, ...ids)), "Delete"),
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
  ];
}

/** The other ways it is written, each with how often; those that no mention bears are names that were judged away. */
function aliases({ name, aliases }, written) {
  const times = new Map(written.map(({ name, mentions }) => [name, mentions]));
  const others = aliases.filter((alias) => alias !== name);
  if (!others.length) return null;
  const line = (alias) =>
    h(
      "li",
      {},
      named(shortened(alias, LONG)),
      times.has(alias) ? h("span", { class: "weight" }, ` ${figure(times.get(alias))}`) : null,
    );
  const rest = others.slice(ALIASES);
  const list = h("ul", { class: "aliases" }, others.slice(0, ALIASES).map(line));
  const all = () => {
    more.remove();
    list.append(...rest.map(line));
  };
  const more = h("button", { type: "button", class: "plain further", on: { click: all } }, `and ${figure(rest.length)} more`);
  return h("section", {}, h("h3", {}, "Also written"), list, rest.length ? more : null);
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
