/** The explorer: one state, and the parts of the page that show it. */

import { filters } from "./filters.js";
import { listen } from "./gestures.js";
import { listenKeys } from "./keys.js";
import { legend } from "./legend.js";
import { choosing, choosingToo, expanding, hiding, starting } from "./moves.js";
import { Panel } from "./panel.js";
import { drawable, renderer } from "./renderer.js";
import { BLANK, NOTHING, Scene } from "./scene.js";
import { Search } from "./search.js";
import { State } from "./state.js";
import { status } from "./status.js";
import { table } from "./table.js";
import { Trail } from "./trail.js";
import { drawn, fetched, parse } from "./view.js";
import { count } from "./words.js";

const at = (id) => document.getElementById(id);

const state = new State({ view: parse(location.hash), network: NOTHING, picture: BLANK, facets: null, drawn: {} });
const trail = new Trail(state);

/** The picture; null in a browser that cannot draw it. */
export const canvas = drawable() ? await renderer().then(({ Canvas }) => new Canvas(at("picture"))) : null;
const scene = new Scene(state, trail, canvas, at("word"));
const panel = new Panel(at("panel"), { state, trail, canvas, scene });
const search = new Search(at("search"), at("found"), trail, (view, id) => toPath(view, id) ?? starting(view, id));
const load = () => scene.load(() => (load(), panel.again(state.value.view)));

/** What the page knows, for tests and for the curious. */
export { state };

function write() {
  const { picture, network } = state.value;
  at("stage-tools").hidden = !network.nodes.length;
  legend(at("kinds"), state.value, trail, canvas);
  status(at("status"), state.value, trail);
  filters(at("filters"), state.value, trail);
  table(at("table"), state.value, trail);
  at("picture").setAttribute(
    "aria-label",
    `A picture of ${count(picture.nodes.length, "name")} and ${count(picture.edges.length, "link")}. Arrow keys go from name to name, Shift with them chooses several, Enter expands, Delete hides; the table holds the same.`,
  );
}

function select() {
  if (!canvas) return;
  const { panel: shown } = state.value.view;
  const read = shown?.link ?? shown?.some ?? shown?.path ?? shown?.marks ?? (shown?.entity ? [shown.entity] : []);
  const { pin } = state.value.view;
  if (read.join() === [...canvas.selected].join() && pin.join() === [...canvas.pins].join()) return;
  canvas.selected = new Set(read);
  canvas.pins = new Set(pin);
  canvas.glance();
}

function shape() {
  const { view } = state.value;
  const asTable = view.table || !canvas;
  const before = at("picture").hidden;
  at("table").hidden = !asTable;
  at("picture").hidden = asTable;
  at("scope").value = view.scope;
  at("twin").setAttribute("aria-pressed", String(asTable));
  at("undo").disabled = !trail.canUndo;
  at("redo").disabled = !trail.canRedo;
  if (!asTable && before) canvas.refresh();
}

state.watch(["view"], ({ view }, { view: before }) => {
  panel.show(view);
  if (fetched(view) !== fetched(before)) load();
  else {
    if (drawn({ ...view, at: "", pin: [] }) !== drawn({ ...before, at: "", pin: [] })) scene.sift();
    if (view.at !== before.at) scene.restore();
  }
  select();
  shape();
  if (view.table !== before.table || view.panel !== before.panel) table(at("table"), state.value, trail);
});
state.watch(["facets", "drawn"], write);
state.watch(["network", "picture"], ({ view, network }, before) => {
  // What these say depends on what is drawn; the others read the store alone.
  if (view.panel?.some) panel.again(view);
  else if (view.panel?.entity && network !== before.network) panel.follow();
});
state.watch(["drawn"], select);

const act = {
  choose: (id) => trail.go((view) => toPath(view, id) ?? choosing(view, id)),
  select: (entity) => trail.go((view) => ({ ...view, panel: { entity } })),
  too: (id) => trail.go((view) => choosingToo(view, id)),
  several: (some) => trail.go((view) => ({ ...view, panel: some.length > 1 ? { some } : { entity: some[0] } })),
  link: (a, b) => trail.go((view) => ({ ...view, panel: { link: [a, b], scope: view.scope, order: "newest" } })),
  expand: (id) => trail.go((view) => expanding({ ...view, panel: { entity: id } }, id)),
  hide: (...ids) => trail.go((view) => hiding(view, ...ids)),
  pin: (id) => trail.go((view) => ({ ...scene.placed(view), pin: [...view.pin.filter((other) => other !== id), id] })),
  clear: () => trail.go((view) => ({ ...view, panel: null })),
};
/** A name chosen while the other end of a path is asked for becomes that end. */
function toPath({ panel: shown, ...view }, id) {
  const [from, to] = shown?.path ?? [];
  return from && !to && id !== from ? { ...view, panel: { path: [from, id] } } : null;
}
const twin = () => canvas && trail.go((view) => ({ ...view, table: !view.table }));
const help = () => at("help").showModal();
const sheet = (name) => () => trail.go((view) => ({ ...view, panel: view.panel?.sheet === name ? null : { sheet: name } }));
function sieve() {
  const open = at("filters").hidden;
  at("filters").hidden = !open;
  at("sieve").setAttribute("aria-expanded", String(open));
  scene.wanted = open;
  filters(at("filters"), state.value, trail);
  if (open) scene.sift().then(() => at("filters").querySelector("select")?.focus());
}

if (canvas) listen(canvas, act);
else {
  at("twin").disabled = true;
  at("unseen").hidden = false;
}
listenKeys({
  search: () => search.focus(),
  table: twin,
  filters: sieve,
  help,
  undo: () => trail.undo(),
  redo: () => trail.redo(),
  close: () => (at("filters").hidden ? act.clear() : sieve()),
});
for (const [id, press] of Object.entries({
  undo: () => trail.undo(),
  redo: () => trail.redo(),
  twin,
  keys: help,
  sieve,
  export: sheet("export"),
  views: sheet("views"),
}))
  at(id).addEventListener("click", press);
at("scope").addEventListener("change", (event) => trail.go((view) => ({ ...view, scope: event.target.value })));
if (matchMedia("(max-width: 760px)").matches) at("legend").open = false;

panel.show(state.value.view);
shape();
load();
