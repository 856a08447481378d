/** The filters: what of a network is drawn, how strong each line is, and what was left out. */

import { choosy, pairKey, recount } from "./facets.js";
import { OVERVIEW } from "./view.js";

/** At which false-discovery rate a link counts as more than chance, as everywhere in Trama. */
const CHANCE = 0.05;
/** A hub is linked to so much of the picture, and so much more than others are, though half of its links tie it to the other end by less than this. */
const HUB = { share: 0.25, mean: 1.5, least: 5, npmi: 0.25 };

/** How strong a link is by what the view measures; counts of what the scope says, documents, or significance. */
export function strength(weight, { scope, by }) {
  if (by === "documents") return weight.documents;
  if (by === "significance") return Math.max(weight.llr ?? 0, 0);
  return weight[`${scope}s`];
}

/** The names that are everywhere: linked to a quarter of the picture, mostly by links that say little. */
export function hubs({ nodes, edges }, roots = new Set()) {
  const links = new Map();
  for (const { source, target, weight } of edges) {
    for (const id of [source, target]) links.set(id, [...(links.get(id) ?? []), weight.npmi ?? 0]);
  }
  const mean = (2 * edges.length) / Math.max(nodes.length, 1);
  const many = Math.max(HUB.share * nodes.length, HUB.mean * mean, HUB.least);
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return new Set(
    [...links].filter(([id, own]) => !roots.has(id) && own.length >= many && median(own) < HUB.npmi).map(([id]) => id),
  );
}

/**
 * Sift a network: {nodes, edges (with `strength`), gone: {names, links}}. A name that the filters leave without any
 * link goes with them, unless the picture started from it. `facets` may be null as long as no document is chosen.
 */
export function sift(network, view, facets) {
  const roots = new Set(view.show.map(({ id }) => id).filter((id) => id !== OVERVIEW));
  const everywhere = view.hubs ? hubs(network, roots) : new Set();
  const counts = choosy(view) && facets ? recount(facets, view) : null;
  const off = new Set(view.off);
  const standing = network.nodes.filter(({ id, kind }) => !off.has(kind) && !everywhere.has(id));
  const there = new Set(standing.map(({ id }) => id));
  const edges = [];
  for (const { source, target, weight } of network.edges) {
    if (!there.has(source) || !there.has(target)) continue;
    const now = counts ? { ...weight, ...(counts.get(pairKey(source, target)) ?? NONE) } : weight;
    if (now[`${view.scope}s`] < 1 || (view.chance && !(now.q !== null && now.q <= CHANCE))) continue;
    const strong = strength(now, view);
    if (strong >= view.least) edges.push({ source, target, weight: now, strength: strong });
  }
  const ends = (links) => new Set(links.flatMap(({ source, target }) => [source, target]));
  const [before, after] = [ends(network.edges), ends(edges)];
  const nodes = standing.filter(({ id }) => after.has(id) || !before.has(id) || roots.has(id));
  return {
    nodes,
    edges: edges.sort((a, b) => b.strength - a.strength || (a.source + a.target < b.source + b.target ? -1 : 1)),
    gone: { names: network.nodes.length - nodes.length, links: network.edges.length - edges.length },
  };
}

const NONE = { passages: 0, paragraphs: 0, documents: 0 };
