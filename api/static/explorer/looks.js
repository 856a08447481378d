/** What lines and nodes look like: thickness, colour, size, and the groups that nodes can be coloured by. */

import { GROUPS } from "./kinds.js";

const { communitiesLouvain, metrics } = globalThis.graphologyLibrary;

const SMALLEST = 7;
const LARGEST = 21;
const THICKEST = 6;

/** How far a line's strength reaches to that of the strongest one shown, 0 to 1: by doublings, the weak held down. */
export function share(strength, strongest) {
  return (Math.log2(Math.max(strength, 1)) / Math.log2(Math.max(strongest, 2))) ** 2;
}

/** A line's thickness in pixels. */
export function thickness(part) {
  return 0.9 + (THICKEST - 0.9) * part;
}

/** The radius of a node whose value is so much of the largest one's. */
export function radius(part) {
  return SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(part);
}

export { LARGEST };

/** A colour so far on the way from one to another. */
export function mixed(from, to, part) {
  const [a, b] = [channels(from), channels(to)];
  return `#${a
    .map((value, n) =>
      Math.round(value + (b[n] - value) * part)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

function channels(colour) {
  return [1, 3, 5].map((place) => Number.parseInt(colour.slice(place, place + 2), 16));
}

/** A generator of numbers that always gives the same ones, so that one network always falls into the same groups. */
function dice(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Who is named with each other more than with others (Louvain, by the lines' strength), the largest group first: a map
 * of id to the group's number. Beyond `GROUPS` all are one.
 */
export function groups(graph) {
  if (!graph.size) return new Map(graph.nodes().map((id) => [id, 0]));
  const found = communitiesLouvain(graph, { getEdgeWeight: "pull", rng: dice(20091216) });
  const sizes = new Map();
  for (const group of Object.values(found)) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const order = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([group]) => group);
  return new Map(Object.entries(found).map(([id, group]) => [id, Math.min(order.indexOf(group), GROUPS)]));
}

/** How central each node is in what is drawn (PageRank, by the lines' strength): a map of id to a value. */
export function centrality(graph) {
  if (!graph.size) return new Map(graph.nodes().map((id) => [id, 1]));
  try {
    return new Map(Object.entries(metrics.centrality.pagerank(graph, { getEdgeWeight: "pull", maxIterations: 200 })));
  } catch {
    return new Map(graph.mapNodes((id) => [id, graph.degree(id)])); // It did not converge: degree is a fair likeness.
  }
}
