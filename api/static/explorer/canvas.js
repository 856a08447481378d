/** The picture of the network: sigma draws nodes and lines, this adds icons, names, and what is in the foreground. */

import { KINDS, kindOf, palette } from "./kinds.js";
import { measure, write } from "./names.js";
import { shortened } from "./words.js";

const { Graph } = globalThis.graphology;
const Sigma = globalThis.Sigma;
const ICONS = Object.fromEntries(Object.entries(KINDS).map(([kind, { path }]) => [kind, new Path2D(path)]));
const SMALLEST = 7;
const LARGEST = 21;
const LETTERS = 30;
const THICKEST = 6;
/** A line in the foreground is at least so thick: thinner ones look dotted. */
const LEGIBLE = 1.4;
/** Up to so many lines the weakest are drawn plainly; with more they fade, so that the strong ones can be seen. */
const SPARSE = 120;
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

export class Canvas {
  graph = new Graph({ type: "undirected" });
  hovered = null;
  hoveredEdge = null;
  selected = new Set();
  off = new Set();
  roots = new Set();
  #colours = palette();
  #scale = 1;
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
    this.renderer.on("afterRender", () => this.#decorate());
    new ResizeObserver(() => this.refresh()).observe(container);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.#colours = palette();
      this.refresh();
    });
  }

  refresh() {
    const { clientWidth: width, clientHeight: height } = this.container;
    if (!width || !height) return;
    this.#scale = Math.min(1, Math.max(0.5, Math.sqrt((width * height) / 380000)));
    this.renderer.setSetting("stagePadding", Math.round(56 * this.#scale));
    this.renderer.resize();
    this.renderer.refresh();
  }

  /** Take over a network: nodes that stay keep their place, others go, and new ones come where `places` says. */
  show({ nodes, edges }, scope, places) {
    const graph = this.graph;
    const ids = new Set(nodes.map(({ id }) => id));
    graph.filterNodes((id) => !ids.has(id)).forEach((id) => graph.dropNode(id));
    const most = Math.max(...nodes.map(({ mentions }) => mentions), 1);
    for (const { id, name, kind, mentions } of nodes) {
      const size = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(mentions / most);
      graph.mergeNode(id, { label: name, kind, mentions, size, ...places.get(id) });
    }
    graph.clearEdges();
    const strongest = Math.max(...edges.map(({ weight }) => weight[`${scope}s`]), 2);
    this.#ground = Math.min(1, SPARSE / Math.max(edges.length, 1));
    for (const { source, target, weight } of edges) {
      const strength = weight[`${scope}s`];
      if (source === target || !graph.hasNode(source) || !graph.hasNode(target)) continue;
      graph.mergeEdge(source, target, {
        weight,
        strength,
        share: share(strength, strongest),
        size: thickness(share(strength, strongest)),
        pull: Math.log2(1 + strength),
        zIndex: strength,
      });
    }
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
    return !this.off.has(this.graph.getNodeAttribute(id, "kind"));
  }

  /** What stands in the foreground: the hovered or selected entities and those they are linked to; null is everything. */
  get #foreground() {
    const centre = this.hovered ? [this.hovered] : [...this.selected].filter((id) => this.graph.hasNode(id));
    if (!centre.length) return null;
    if (!this.hovered && centre.length === 2) return new Set(centre);
    return new Set(centre.flatMap((id) => [id, ...this.graph.neighbors(id)]));
  }

  #node(id, node) {
    const front = this.#foreground;
    const faded = front !== null && !front.has(id);
    const chosen = this.selected.has(id);
    const colour = this.#colours[node.kind] ?? this.#colours.person;
    return {
      ...node,
      hidden: !this.visible(id),
      color: faded ? mixed(colour, this.#colours.paper, 0.72) : colour,
      ring: chosen ? 3 : 1.5,
      ringColor: chosen ? this.#colours.ink : this.#colours.paper,
      size: node.size * this.#scale + (chosen ? 3 : 0),
      zIndex: faded ? 0 : chosen || id === this.hovered ? 2 : 1,
    };
  }

  #edge(id, edge) {
    const [source, target] = this.graph.extremities(id);
    const hidden = !this.visible(source) || !this.visible(target);
    const ends = this.hovered ? [this.hovered] : [...this.selected];
    const pair = !this.hovered && ends.length === 2;
    const near = pair ? ends.includes(source) && ends.includes(target) : ends.includes(source) || ends.includes(target);
    const { thread, strong, faded, accent } = this.#colours;
    if (id === this.hoveredEdge || (pair && near))
      return { ...edge, hidden, color: accent, size: edge.size + 1, zIndex: 1e6 };
    if (ends.length)
      return near
        ? { ...edge, hidden, color: strong, size: Math.max(edge.size, LEGIBLE), zIndex: 1e5 + edge.zIndex }
        : { ...edge, hidden, color: faded };
    return { ...edge, hidden, color: mixed(mixed(faded, thread, this.#ground), strong, edge.share) };
  }

  /** Icons on the nodes that have room for one, and the names. */
  #decorate() {
    const { icons, names } = this.#contexts();
    const frame = this.renderer.getDimensions();
    icons.clearRect(0, 0, frame.width, frame.height);
    names.clearRect(0, 0, frame.width, frame.height);
    const front = this.#foreground;
    const nodes = [];
    icons.fillStyle = "#fff";
    this.graph.forEachNode((id, { kind, label, size }) => {
      if (!this.visible(id)) return;
      const { x, y, radius } = this.at(id);
      if (x < -radius || y < -radius || x > frame.width + radius || y > frame.height + radius) return;
      const faded = front !== null && !front.has(id);
      this.#stamp(icons, kind, x, y, radius, faded);
      const first = id === this.hovered || this.selected.has(id);
      const text = shortened(label, LETTERS);
      const height = Math.round(11.5 + Math.min(size / LARGEST, 1) * 3);
      const font = `${first || this.roots.has(id) ? 650 : 450} ${height}px ${FONT}`;
      names.font = font;
      nodes.push({
        id,
        x,
        y,
        radius,
        text,
        font,
        size: height,
        width: measure(names, text),
        faded,
        must: first,
        rank: (first ? 1e9 : faded ? 0 : 1e6) + (this.roots.has(id) ? 1e5 : 0) + size,
      });
    });
    nodes.sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
    write(names, nodes, frame, this.#colours);
  }

  #contexts() {
    const { icons, names } = this.renderer.getCanvases();
    return { icons: icons.getContext("2d"), names: names.getContext("2d") };
  }

  #stamp(context, kind, x, y, radius, faded) {
    const side = radius * 1.15;
    if (side < 6.5) return;
    context.save();
    context.globalAlpha = faded ? 0.6 : 1;
    context.translate(x - side / 2, y - side / 2);
    context.scale(side / 16, side / 16);
    context.fill(ICONS[kind] ?? new Path2D(kindOf(kind).path));
    context.restore();
  }
}

/** How far a line's strength reaches to that of the strongest one shown, 0 to 1: by doublings, the weak held down. */
export function share(strength, strongest) {
  return (Math.log2(Math.max(strength, 1)) / Math.log2(Math.max(strongest, 2))) ** 2;
}

/** A line's thickness in pixels. */
function thickness(part) {
  return 0.9 + (THICKEST - 0.9) * part;
}

function mixed(from, to, share) {
  const [a, b] = [channels(from), channels(to)];
  return `#${a
    .map((value, n) =>
      Math.round(value + (b[n] - value) * share)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

function channels(colour) {
  return [1, 3, 5].map((place) => Number.parseInt(colour.slice(place, place + 2), 16));
}
