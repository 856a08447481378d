/** From a view to the network that it shows: which entities, which links, and how many were left out. */

import { entityPath, recall } from "./api.js";
import { strength } from "./sieve.js";
import { MOST, OVERVIEW } from "./view.js";

/** How many neighbours are counted before the page says "200 and more", unless more of them are to be drawn. */
const COUNTED = 200;
/** The service is asked about at most so many at a time. */
const ASKED = 600;
/** The most lines that are drawn, the strongest: with more of them a picture tells less, and comes later. */
const LINES = 1500;

const verdicts = ({ obey }) => (obey ? "obey" : "");

/** One entity's neighbours (or those of a kind), strongest first by what the view measures: {items, more}. */
export async function neighbours(id, view, wanted = 0, kind = "") {
  const limit = wanted >= COUNTED ? MOST : COUNTED;
  const asked = { kind, scope: view.scope, limit, verdicts: verdicts(view) };
  const answer = await recall(entityPath(id, "/neighbours"), asked);
  const items =
    view.by === "count"
      ? answer.items
      : [...answer.items].sort((a, b) => strength(b.weight, view) - strength(a.weight, view));
  return { items, more: answer.next !== null };
}

/** The store's strongest entities: those named most often, places behind the actors. */
async function overview(count) {
  const answer = await recall("/api/entities", { limit: Math.min(Math.max(200, Math.ceil(count * 1.5)), MOST) });
  const actors = answer.items.filter((entity) => entity.kind !== "place");
  const places = answer.items.filter((entity) => entity.kind === "place");
  const room = Math.max(count - Math.min(actors.length, count), Math.floor(count / 8));
  return [...actors.slice(0, count - Math.min(places.length, room)), ...places.slice(0, room)];
}

async function around(id, count, view) {
  const [entity, found] = await Promise.all([recall(entityPath(id)), neighbours(id, view, count)]);
  return { entity, items: found.items.slice(0, count), total: found.items.length };
}

/**
 * The network of a view: `nodes` and `edges` as the service gives them, `links` (of how many links
 * those are the strongest, 0 where they are all), `parents` (who brought a node in), `reach` (of each entity that was expanded, how many
 * neighbours are shown), and `missing`, the ids no longer in the store.
 */
export async function gather(view) {
  const reach = new Map();
  const parents = new Map();
  const missing = [];
  const shown = new Set();
  for (const { id, count, part } of await Promise.all(view.show.map((show) => asked(show, view)))) {
    if (part === null) missing.push(id);
    else if (id === OVERVIEW) part.forEach((entity) => shown.add(entity.id));
    else {
      const own = part.entity.id; // another one than `id` where it was joined with another entity
      shown.add(own);
      reach.set(own, { shown: Math.max(reach.get(own)?.shown ?? 0, Math.min(count, part.total)) });
      for (const { entity } of part.items) {
        shown.add(entity.id);
        if (!parents.has(entity.id)) parents.set(entity.id, own);
      }
    }
  }
  view.hide.forEach((id) => shown.delete(id));
  if (!shown.size) return { nodes: [], edges: [], links: 0, parents, reach, missing };
  const left = Math.max(0, shown.size - ASKED);
  const first = [...reach.keys()].filter((id) => shown.has(id));
  const ids = [...first, ...[...shown].filter((id) => !reach.has(id))].slice(0, ASKED);
  const { nodes, edges, links } = await recall("/api/network/among", {
    ids: ids.sort().join(","),
    first: first.join(","),
    limit: LINES,
    verdicts: verdicts(view),
  });
  const wanted = (id) => reach.has(id) || parents.has(id);
  const linked = edges.filter(({ weight }) => weight[`${view.scope}s`] > 0);
  return { nodes: withoutStrays(nodes, linked, wanted), edges: linked, links: links > edges.length ? links : 0, left, parents, reach, missing };
}

/**
 * Nobody asked for a name that only the overview brings and that stands alone (a clearance sheet is full of them): it is
 * left out.
 */
function withoutStrays(nodes, edges, wanted) {
  const linked = new Set(edges.flatMap(({ source, target }) => [source, target]));
  return linked.size ? nodes.filter(({ id }) => linked.has(id) || wanted(id)) : nodes;
}

async function asked({ id, count }, view) {
  try {
    return { id, count, part: await (id === OVERVIEW ? overview(count) : around(id, count, view)) };
  } catch (error) {
    if (error.status === 404) return { id, count, part: null };
    throw error;
  }
}
