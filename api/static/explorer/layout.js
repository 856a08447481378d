/**
 * Where nodes stand: ForceAtlas2 in a worker that comes to rest by itself, then room made between neighbours.
 * For those who want no motion a small network is laid out at once.
 */

const { FA2Layout, layoutForceAtlas2, layoutNoverlap } = globalThis.graphologyLibrary;

const LONGEST = 1500;
const REST = 0.002;
const AT_ONCE = { nodes: 200, iterations: 300 };
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Find a first place for the nodes that are not in the graph yet: with an empty graph on a spiral in the order of their
 * ids, so that the same network always starts alike; later ones around the node that brought them in.
 */
export function seed(graph, ids, parents) {
  const fresh = ids.filter((id) => !graph.hasNode(id)).sort();
  const turns = new Map();
  return new Map(
    fresh.map((id) => {
      const parent = parents.get(id);
      const centre = graph.order && parent && graph.hasNode(parent) ? parent : null;
      const turn = turns.get(centre) ?? 0;
      turns.set(centre, turn + 1);
      const { x, y } = centre ? graph.getNodeAttributes(centre) : { x: 0, y: 0 };
      const radius = centre ? spread(graph) * (0.12 + 0.015 * turn) : 10 * Math.sqrt(turn + 1);
      return [id, { x: x + radius * Math.cos(turn * GOLDEN), y: y + radius * Math.sin(turn * GOLDEN) }];
    }),
  );
}

function spread(graph) {
  let [low, high] = [Infinity, -Infinity];
  graph.forEachNode((_, { x }) => {
    low = Math.min(low, x);
    high = Math.max(high, x);
  });
  return Math.max(high - low, 20);
}

export class Layout {
  #graph;
  #worker = null;
  #watch = 0;
  #finish = null;
  #radius;

  /** `radius` gives a node's radius in the graph's units, for making room. */
  constructor(graph, radius) {
    this.#graph = graph;
    this.#radius = radius;
  }

  /** Lay out; nodes in `still` keep their place. Resolves to true when all is at rest, to false if it was stopped. */
  settle(still = []) {
    this.stop();
    const graph = this.#graph;
    if (graph.order < 2) return Promise.resolve(true);
    const held = still.filter((id) => !graph.getNodeAttribute(id, "fixed"));
    held.forEach((id) => graph.setNodeAttribute(id, "fixed", true));
    const settings = {
      ...layoutForceAtlas2.inferSettings(graph),
      linLogMode: false,
      strongGravityMode: true,
      gravity: 0.3,
      scalingRatio: 14,
      slowDown: 4,
      barnesHutOptimize: graph.order > 300,
    };
    if (graph.order <= AT_ONCE.nodes && matchMedia("(prefers-reduced-motion: reduce)").matches) {
      layoutForceAtlas2.assign(graph, { iterations: AT_ONCE.iterations, settings, getEdgeWeight: "pull" });
      this.#room();
      this.#free(held);
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      this.#worker = new FA2Layout(graph, { settings, getEdgeWeight: "pull" });
      this.#worker.start();
      this.#finish = (rested) => {
        if (rested) this.#room();
        this.#free(held);
        resolve(rested);
      };
      this.#atRest();
    });
  }

  /** Stop, wherever things are. */
  stop(rested = false) {
    cancelAnimationFrame(this.#watch);
    this.#worker?.kill();
    this.#worker = null;
    const finish = this.#finish;
    this.#finish = null;
    finish?.(rested);
  }

  #free(held) {
    held.forEach((id) => this.#graph.hasNode(id) && this.#graph.removeNodeAttribute(id, "fixed"));
  }

  #atRest() {
    const began = performance.now();
    let before = this.#places();
    let looked = began;
    const look = (now) => {
      if (now - looked > 120) {
        const places = this.#places();
        const moved = places.reduce((sum, place, n) => sum + Math.abs(place - (before[n] ?? place)), 0) / places.length;
        const quiet = moved > 0 && moved < REST * spread(this.#graph);
        [before, looked] = [places, now];
        if (quiet || now - began > LONGEST) {
          this.stop(true);
          return;
        }
      }
      this.#watch = requestAnimationFrame(look);
    };
    this.#watch = requestAnimationFrame(look);
  }

  #places() {
    return this.#graph
      .nodes()
      .flatMap((id) => [this.#graph.getNodeAttribute(id, "x"), this.#graph.getNodeAttribute(id, "y")]);
  }

  /** Push apart what overlaps; nodes that are pinned stay. */
  #room() {
    const graph = this.#graph;
    const pinned = graph
      .filterNodes((_, { fixed }) => fixed)
      .map((id) => [id, graph.getNodeAttribute(id, "x"), graph.getNodeAttribute(id, "y")]);
    layoutNoverlap.assign(graph, {
      maxIterations: graph.order > 300 ? 20 : 60,
      inputReducer: (id, { x, y }) => ({ x, y, size: this.#radius(id) }),
      settings: { ratio: 1.1, margin: spread(graph) * 0.006, speed: 3 },
    });
    pinned.forEach(([id, x, y]) => graph.mergeNodeAttributes(id, { x, y }));
  }
}
