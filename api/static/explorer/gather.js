/** From a view to the network that it shows: which entities, which links, and how many were left out. */

import { entityPath, recall } from "./api.js";
import { OVERVIEW } from "./view.js";

/** How many neighbours are counted before the page says "200 and more". */
export const COUNTED = 200;
const ASKED = 100;

/** One entity's neighbours, strongest first: {items, more}. */
export async function neighbours(id, scope) {
  const answer = await recall(entityPath(id, "/neighbours"), { scope, limit: COUNTED });
  return { items: answer.items, more: answer.next !== null };
}

/** The store's strongest entities: those named most often, places behind the actors. */
async function overview(count) {
  const answer = await recall("/api/entities", { limit: COUNTED });
  const actors = answer.items.filter((entity) => entity.kind !== "place");
  const places = answer.items.filter((entity) => entity.kind === "place");
  const room = Math.max(count - Math.min(actors.length, count), Math.floor(count / 8));
  return [...actors.slice(0, count - Math.min(places.length, room)), ...places.slice(0, room)];
}

async function around(id, count, scope) {
  const [entity, found] = await Promise.all([recall(entityPath(id)), neighbours(id, scope)]);
  return { entity, items: found.items.slice(0, count), total: found.items.length, more: found.more };
}

/**
 * The network of a view: `nodes` and `edges` of /api/network, `parents` (who brought a node in), `reach` (of each
 * entity that was expanded, how many neighbours are shown, of how many), and `missing`, the ids no longer in the store.
 */
export async function gather(view) {
  const reach = new Map();
  const parents = new Map();
  const missing = [];
  const shown = new Set();
  for (const { id, count, part } of await Promise.all(view.show.map((show) => fetched(show, view.scope)))) {
    if (part === null) missing.push(id);
    else if (id === OVERVIEW) part.forEach((entity) => shown.add(entity.id));
    else {
      shown.add(id);
      reach.set(id, { shown: Math.min(count, part.total), total: part.total, more: part.more });
      for (const { entity } of part.items) {
        shown.add(entity.id);
        if (!parents.has(entity.id)) parents.set(entity.id, id);
      }
    }
  }
  view.hide.forEach((id) => shown.delete(id));
  if (!shown.size) return { nodes: [], edges: [], parents, reach, missing };
  const { nodes, edges } = await between([...shown].sort());
  const asked = (id) => reach.has(id) || parents.has(id);
  const linked = edges.filter(({ weight }) => weight[`${view.scope}s`] > 0);
  return { nodes: withoutStrays(nodes, linked, asked), edges: linked, parents, reach, missing };
}

/**
 * Nobody asked for a name that only the overview brings and that stands alone (a clearance sheet is full of them): it is
 * left out.
 */
function withoutStrays(nodes, edges, asked) {
  const linked = new Set(edges.flatMap(({ source, target }) => [source, target]));
  return linked.size ? nodes.filter(({ id }) => linked.has(id) || asked(id)) : nodes;
}

/**
 * The links among some entities: a limit as high as their number leaves no room for others. The service takes so many
 * at a time; more are asked for in pairs of halves.
 */
async function between(ids) {
  if (ids.length <= ASKED)
    return recall("/api/network", { ids: ids.join(","), depth: 1, limit: Math.max(ids.length, 1) });
  const groups = Array.from({ length: Math.ceil((2 * ids.length) / ASKED) }, (_, n) =>
    ids.slice((n * ASKED) / 2, ((n + 1) * ASKED) / 2),
  );
  const pairs = groups.flatMap((one, n) => groups.slice(n + 1).map((other) => between([...one, ...other])));
  const parts = await Promise.all(pairs);
  const nodes = new Map(parts.flatMap((part) => part.nodes).map((node) => [node.id, node]));
  const edges = new Map(
    parts.flatMap((part) => part.edges).map((edge) => [[edge.source, edge.target].sort().join(), edge]),
  );
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

async function fetched({ id, count }, scope) {
  try {
    return { id, count, part: await (id === OVERVIEW ? overview(count) : around(id, count, scope)) };
  } catch (error) {
    if (error.status === 404) return { id, count, part: null };
    throw error;
  }
}
