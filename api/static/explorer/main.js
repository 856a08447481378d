/** The explorer: one state, and the parts of the page that show it. */

import { Problem, recall } from "./api.js";
import { fill, h } from "./dom.js";
import { gather } from "./gather.js";
import { listen } from "./gestures.js";
import { listenKeys } from "./keys.js";
import { Layout, seed } from "./layout.js";
import { legend } from "./legend.js";
import { Panel } from "./panel.js";
import { drawable, renderer } from "./renderer.js";
import { Search } from "./search.js";
import { emptySentence } from "./start.js";
import { State } from "./state.js";
import { table } from "./table.js";
import { Trail } from "./trail.js";
import { choosing, drawn, expanding, hiding, parse } from "./view.js";
import { count } from "./words.js";

const at = (id) => document.getElementById(id);
const NOTHING = { nodes: [], edges: [], parents: new Map(), reach: new Map(), missing: [] };

const state = new State({ view: parse(location.hash), network: NOTHING });
const trail = new Trail(state);
const panel = new Panel(at("panel"), { state, trail });
const search = new Search(at("search"), at("found"), trail);
gather(state.value.view).catch(() => {}); // What it asks for is remembered: it is on its way while the renderer loads.

/** The picture; null in a browser that cannot draw it. */
export const canvas = drawable() ? await renderer().then(({ Canvas }) => new Canvas(at("picture"))) : null;
const layout = canvas && new Layout(canvas.graph, (id) => canvas.radius(id));
let turn = 0;
let retry = 0;

/** Say something where the picture is, or take it back. */
function say(...content) {
  fill(at("word"), ...content).hidden = content.length === 0;
}

async function load(view) {
  const mine = ++turn;
  clearTimeout(retry);
  document.body.setAttribute("aria-busy", "true");
  try {
    const network = await gather(view);
    if (mine !== turn) return;
    state.set({ network });
    at("legend").hidden = !network.nodes.length;
    if (!network.nodes.length)
      say(network.missing.length ? missing(network) : emptySentence(await recall("/api/stats")));
    else if (network.missing.length) say(missing(network));
    else say();
  } catch (error) {
    if (mine === turn) failed(error, view);
  } finally {
    if (mine === turn) document.body.removeAttribute("aria-busy");
  }
}

function missing({ missing: ids }) {
  return `Not in this store: ${ids.join(", ")}. The address may come from another store, or the document that named it was deleted.`;
}

/** The store is away, or the service: say so and try again when it asks to be tried. */
function failed(error, view) {
  const away = error instanceof Problem && (error.status === 503 || error.status === 0);
  const again = () => {
    load(view);
    panel.again(state.value.view);
  };
  say(
    h("b", {}, away ? "The store is away. " : "The network could not be drawn. "),
    error.message,
    away ? " Trying again by itself. " : " ",
    h("button", { type: "button", on: { click: again } }, "Try now"),
  );
  if (away) retry = setTimeout(again, Math.min(error.retryAfter, 30) * 1000);
}

async function draw() {
  const { network, view } = state.value;
  legend(at("kinds"), state.value, trail);
  table(at("table"), state.value);
  at("picture").setAttribute(
    "aria-label",
    `A picture of ${count(network.nodes.length, "name")} and ${count(network.edges.length, "link")}. Arrow keys go from name to name, Enter expands, Delete hides; the table holds the same.`,
  );
  at("undo").disabled = !trail.canUndo;
  at("redo").disabled = !trail.canRedo;
  if (!canvas) return;
  canvas.off = new Set(view.off);
  canvas.roots = new Set(view.show.map(({ id }) => id));
  layout.stop();
  const { graph, renderer } = canvas;
  const places = seed(
    graph,
    network.nodes.map(({ id }) => id),
    network.parents,
  );
  const kept = graph.nodes().filter((id) => network.nodes.some((node) => node.id === id));
  if (!kept.length) renderer.setCustomBBox(null);
  canvas.show(network, view.scope, places);
  select();
  if (!places.size) return;
  at("picture").setAttribute("aria-busy", "true");
  if (await layout.settle(kept)) at("picture").removeAttribute("aria-busy");
  canvas.refresh();
}

function select() {
  const { panel: shown } = state.value.view;
  canvas.selected = new Set(shown?.link ?? (shown?.entity ? [shown.entity] : (shown?.marks ?? [])));
  canvas.refresh();
}

function shape(view) {
  const asTable = view.table || !canvas;
  at("table").hidden = !asTable;
  at("picture").hidden = asTable;
  at("scope").value = view.scope;
  at("twin").setAttribute("aria-pressed", String(asTable));
  if (!asTable) canvas.refresh();
}

state.watch(["view"], ({ view }, { view: before }) => {
  panel.show(view);
  if (drawn(view) !== drawn(before)) load(view);
  else if (canvas) select();
  table(at("table"), state.value);
  shape(view);
});
state.watch(["network"], () => {
  draw();
  if (state.value.view.panel?.entity) panel.again(state.value.view);
});

const act = {
  choose: (id) => trail.go((view) => choosing(view, id)),
  select: (entity) => trail.go((view) => ({ ...view, panel: { entity } })),
  link: (a, b) => trail.go((view) => ({ ...view, panel: { link: [a, b], scope: view.scope } })),
  expand: (id) => trail.go((view) => expanding({ ...view, panel: { entity: id } }, id)),
  hide: (id) => trail.go((view) => hiding(view, id)),
  clear: () => trail.go((view) => ({ ...view, panel: null })),
};
const twin = () => canvas && trail.go((view) => ({ ...view, table: !view.table }));
const help = () => at("help").showModal();

if (canvas) listen(canvas, act);
else {
  at("twin").disabled = true;
  at("unseen").hidden = false;
}
listenKeys({
  search: () => search.focus(),
  table: twin,
  help,
  undo: () => trail.undo(),
  redo: () => trail.redo(),
  close: act.clear,
});
at("undo").addEventListener("click", () => trail.undo());
at("redo").addEventListener("click", () => trail.redo());
at("twin").addEventListener("click", twin);
at("scope").addEventListener("change", (event) => trail.go((view) => ({ ...view, scope: event.target.value })));
at("keys").addEventListener("click", help);
if (matchMedia("(max-width: 760px)").matches) at("legend").open = false;

panel.show(state.value.view);
shape(state.value.view);
load(state.value.view);
