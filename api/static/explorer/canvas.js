/** The picture of the network: sigma draws nodes and lines, this adds icons, names, and what is in the foreground. */

import { pairKey } from "./facets.js";
import { palette } from "./kinds.js";
import { centrality, groups, mixed, radius, share, thickness } from "./looks.js";
import { decorate } from "./overlay.js";

const { Graph } = globalThis.graphology;
const Sigma = globalThis.Sigma;
/** A line in the foreground is at least so thick: thinner ones look dotted. */
const LEGIBLE = 1.4;
/** Up to so many lines the weakest are drawn plainly; with more they fade, so that the strong ones can be seen. */
const SPARSE = 120;
/** So many nodes have room at full size; more of them are drawn smaller, down to a share of it. */
const CROWD = { room: 180, least: 0.55 };

export class Canvas {
  graph = new Graph({ type: "undirected" });
  hovered = null;
  hoveredEdge = null;
  selected = new Set();
  roots = new Set();
  pins = new Set();
  /** The line being drawn around nodes, in pixels; null when none is. */
  lasso = null;
  /** Whether the mouse button that is held, or was held last, moved a node: letting go of it is no click. */
  dragged = false;
  #there = new Set();
  #by = { colour: "kind", size: "mentions" };
  #colours = palette();
  #scale = 1;
  #crowd = 1;
  #front = null;
  #ends = [];
  #ground = 1;

  constructor(container) {
    this.container = container;
    this.renderer = new Sigma(this.graph, container, {
      renderLabels: false,
      allowInvalidContainer: true,
      zIndex: true,
      stagePadding: 56,
      minCameraRatio: 0.08,
      maxCameraRatio: 3,
      minEdgeThickness: 0.6,
      defaultNodeType: "ringed",
      nodeProgramClasses: {
        ringed: Sigma.rendering.createNodeBorderProgram({
          borders: [
            { size: { attribute: "ring", mode: "pixels", defaultValue: 1.5 }, color: { attribute: "ringColor" } },
            { size: { fill: true }, color: { attribute: "color" } },
          ],
        }),
      },
      defaultDrawNodeHover: () => {},
      nodeReducer: (id, node) => this.#node(id, node),
      edgeReducer: (id, edge) => this.#edge(id, edge),
    });
    const layer = { style: { pointerEvents: "none" }, beforeLayer: "mouse" };
    this.renderer.createCanvasContext("icons", layer).createCanvasContext("names", layer);
    this.renderer.resize(true);
    this.renderer.on("afterRender", () => decorate(this, this.#front));
    new ResizeObserver(() => this.refresh()).observe(container);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.#colours = palette();
      this.refresh();
    });
  }

  refresh() {
    const { clientWidth: width, clientHeight: height } = this.container;
    if (!width || !height) return;
    this.#scale = Math.min(1, Math.max(0.5, Math.sqrt((width * height) / 380000))) * this.#crowd;
    this.renderer.setSetting("stagePadding", Math.round(56 * this.#scale));
    this.renderer.resize();
    this.#attend();
    this.renderer.refresh();
  }

  /** Keep the frame although nodes come and go, or let it follow them. */
  hold(still) {
    const { renderer } = this;
    renderer.setCustomBBox(still ? (renderer.getCustomBBox() ?? renderer.getBBox()) : null);
  }

  /** Step back, where nodes came to stand outside of what is seen. */
  fit() {
    const { width, height } = this.renderer.getDimensions();
    const away = this.graph
      .filterNodes((id) => this.visible(id))
      .map((id) => this.at(id))
      .map(({ x, y, radius: r }) =>
        Math.max((Math.abs(x - width / 2) + r) / (width / 2 - 8), (Math.abs(y - height / 2) + r) / (height / 2 - 8)),
      );
    const far = Math.max(...away, 0);
    if (far <= 1) return;
    const camera = this.renderer.getCamera();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    camera.animate({ ratio: Math.min(camera.ratio * far, 3) }, { duration: still ? 1 : 400 });
  }

  /** The same where nothing moved: what is pointed at or chosen has changed. */
  glance() {
    this.#attend();
    this.renderer.refresh({ skipIndexation: true });
  }

  #attend() {
    this.#ends = [...this.selected].filter((id) => this.graph.hasNode(id) && this.visible(id));
    this.#front = this.#foreground;
  }

  /** Take over a network: nodes that stay keep their place, others go, and new ones come where `places` says. */
  show({ nodes, edges }, scope, places) {
    const graph = this.graph;
    const ids = new Set(nodes.map(({ id }) => id));
    graph.filterNodes((id) => !ids.has(id)).forEach((id) => graph.dropNode(id));
    for (const { id, name, kind, mentions } of nodes)
      graph.mergeNode(id, { label: name, kind, mentions, size: radius(0), ...places.get(id) });
    graph.clearEdges();
    for (const { source, target, weight } of edges) {
      if (source === target) continue;
      const pull = Math.log2(1 + weight[`${scope}s`]);
      graph.addEdgeWithKey(pairKey(source, target), source, target, { pull, strength: 0, share: 0, size: 1, zIndex: 0 });
    }
    this.#by = {};
  }

  /** Draw what the filters left of it, lines as strong as they say, nodes by the view's colour and size. */
  sift({ nodes, edges }, { colour, size, scope, by }) {
    const measure = `${scope} ${by}`;
    const graph = this.graph;
    this.#there = new Set(nodes.map(({ id }) => id));
    const strengths = new Map(edges.map(({ source, target, strength }) => [pairKey(source, target), strength]));
    const strongest = edges[0]?.strength ?? 2;
    this.#ground = Math.min(1, SPARSE / Math.max(edges.length, 1));
    this.#crowd = Math.max(CROWD.least, Math.min(1, Math.sqrt(CROWD.room / Math.max(graph.order, 1))));
    // Written into the attributes themselves: sigma would look at every change at once, and all are drawn anew below.
    graph.forEachEdge((id, edge) => {
      const strength = strengths.get(id) ?? 0;
      const part = share(strength, strongest);
      Object.assign(edge, { strength, share: part, size: thickness(part) * this.#crowd, zIndex: strength });
    });
    const same = colour === this.#by.colour && size === this.#by.size && measure === this.#by.measure;
    if (!same) this.#look(colour, size);
    this.#by = { colour, size, measure };
    // Where only filters changed nothing has moved, and no line passes another: the index of the drawing stays.
    if (same) this.glance();
    else this.refresh();
  }

  #look(colour, size) {
    const grouped = colour === "community" ? groups(this.graph) : null;
    const values = size === "centrality" ? centrality(this.graph) : null;
    const value = (id, { mentions }) => (values ? values.get(id) : mentions);
    const most = Math.max(...this.graph.mapNodes(value), Number.MIN_VALUE);
    this.graph.forEachNode((id, node) =>
      Object.assign(node, { group: grouped?.get(id) ?? null, size: radius(value(id, node) / most) }),
    );
  }

  /** The groups that nodes are coloured by, the largest first: [{group, ids}], the most central first; none by kind. */
  get groups() {
    const found = new Map();
    this.graph.forEachNode((id, { group, mentions }) => {
      if (group !== null && this.visible(id)) found.set(group, [...(found.get(group) ?? []), [mentions, id]]);
    });
    return [...found]
      .sort(([a], [b]) => a - b)
      .map(([group, ids]) => ({ group, ids: ids.sort((a, b) => b[0] - a[0]).map(([, id]) => id) }));
  }

  /** The colours as they are now, by the names of the style sheet. */
  get colours() {
    return this.#colours;
  }

  /** A node's radius in the graph's own units, as large as it is drawn now. */
  radius(id) {
    const { x: left } = this.renderer.viewportToGraph({ x: 0, y: 0 });
    const { x: right } = this.renderer.viewportToGraph({ x: 100, y: 0 });
    return (this.graph.getNodeAttribute(id, "size") * Math.abs(right - left)) / 100;
  }

  /** Where a node is on the screen, in pixels of the container. */
  at(id) {
    const { x, y, size } = this.renderer.getNodeDisplayData(id);
    return { ...this.renderer.framedGraphToViewport({ x, y }), radius: this.renderer.scaleSize(size) };
  }

  visible(id) {
    return this.#there.has(id);
  }

  colour({ kind, group }) {
    if (typeof group === "number") return this.#colours[`group${group}`];
    return this.#colours[kind] ?? this.#colours.person;
  }

  /** What stands in the foreground: the hovered or selected entities and those they are linked to; null is everything. */
  get #foreground() {
    const centre = this.hovered ? [this.hovered] : this.#ends;
    if (!centre.length) return null;
    if (!this.hovered && centre.length > 1) return new Set(centre);
    const near = this.graph.filterNeighbors(centre[0], (id) => this.strong(centre[0], id) > 0);
    return new Set([...centre, ...near]);
  }

  /** How strong the line between two nodes is now; 0 where none is drawn. */
  strong(a, b) {
    const edge = pairKey(a, b);
    return this.graph.hasEdge(edge) ? this.graph.getEdgeAttribute(edge, "strength") : 0;
  }

  #node(id, node) {
    const front = this.#front;
    const faded = front !== null && !front.has(id);
    const chosen = this.selected.has(id);
    const pinned = this.pins.has(id);
    const colour = this.colour(node);
    return {
      ...node,
      hidden: !this.visible(id),
      color: faded ? mixed(colour, this.#colours.paper, 0.72) : colour,
      ring: chosen ? 3 : pinned ? 2 : 1.5,
      ringColor: chosen || pinned ? this.#colours.ink : this.#colours.paper,
      size: node.size * this.#scale + (chosen ? 3 : 0),
      zIndex: faded ? 0 : chosen || id === this.hovered ? 2 : 1,
    };
  }

  #edge(id, edge) {
    if (!edge.strength) return { ...edge, hidden: true };
    const [source, target] = this.graph.extremities(id);
    const ends = this.hovered ? [this.hovered] : this.#ends;
    const several = !this.hovered && ends.length > 1;
    const near = several
      ? ends.includes(source) && ends.includes(target)
      : ends.includes(source) || ends.includes(target);
    const { thread, strong, faded, accent } = this.#colours;
    if (id === this.hoveredEdge || (ends.length === 2 && several && near))
      return { ...edge, color: accent, size: edge.size + 1, zIndex: 1e6 };
    if (ends.length)
      return near
        ? { ...edge, color: strong, size: Math.max(edge.size, LEGIBLE), zIndex: 1e5 + edge.zIndex }
        : { ...edge, color: faded };
    return { ...edge, color: mixed(mixed(faded, thread, this.#ground), strong, edge.share) };
  }
}
