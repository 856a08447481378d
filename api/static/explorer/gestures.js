/** What mouse, finger and keys do on the picture. */

const REACH = 7;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The link nearest to a point, if it is within reach: lines are thin, and fingers are not. */
export function nearest(canvas, x, y, reach = REACH) {
  let [best, distance] = [null, reach];
  canvas.graph.forEachEdge((id, { size }, source, target) => {
    if (!canvas.visible(source) || !canvas.visible(target)) return;
    const away = apart({ x, y }, canvas.at(source), canvas.at(target)) - size / 2;
    if (away < distance) [best, distance] = [id, away];
  });
  return best;
}

function apart(point, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = Math.max(
    0,
    Math.min(1, ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy || 1)),
  );
  return Math.hypot(point.x - from.x - along * dx, point.y - from.y - along * dy);
}

/** The node in the direction of an arrow key from another: near beats far, straight beats aslant. */
export function towards(canvas, from, [dx, dy]) {
  const start = canvas.at(from);
  let [best, least] = [null, Infinity];
  canvas.graph.forEachNode((id) => {
    if (id === from || !canvas.visible(id)) return;
    const { x, y } = canvas.at(id);
    const ahead = (x - start.x) * dx + (y - start.y) * dy;
    const aside = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx);
    if (ahead > 0 && ahead + 2 * aside < least) [best, least] = [id, ahead + 2 * aside];
  });
  return best;
}

/** Let gestures act: `act` has choose(id), select(id), link(a, b), expand(id), hide(id) and clear(). */
export function listen(canvas, act) {
  const { renderer, graph, container } = canvas;
  drag(canvas);
  renderer.on("clickNode", ({ node }) => act.choose(node));
  renderer.on("doubleClickNode", (event) => {
    event.preventSigmaDefault();
    act.expand(event.node);
  });
  renderer.on("enterNode", ({ node }) => point(canvas, { hovered: node }));
  renderer.on("leaveNode", () => point(canvas, { hovered: null }));
  renderer.on("clickStage", ({ event }) => {
    const edge = nearest(canvas, event.x, event.y);
    if (edge) act.link(...graph.extremities(edge));
    else act.clear();
  });
  renderer.getMouseCaptor().on("mousemovebody", ({ x, y }) => {
    if (!canvas.hovered) point(canvas, { hoveredEdge: nearest(canvas, x, y) });
  });
  container.addEventListener("keydown", (event) => key(event, canvas, act));
}

function point(canvas, { hovered = canvas.hovered, hoveredEdge = null }) {
  if (hovered === canvas.hovered && hoveredEdge === canvas.hoveredEdge) return;
  Object.assign(canvas, { hovered, hoveredEdge });
  canvas.container.classList.toggle("pointing", Boolean(hovered || hoveredEdge));
  canvas.renderer.refresh({ skipIndexation: true });
}

function drag({ renderer, graph }) {
  let dragged = null;
  let moved = false;
  renderer.on("downNode", ({ node, preventSigmaDefault }) => {
    [dragged, moved] = [node, false];
    preventSigmaDefault();
    if (!renderer.getCustomBBox()) renderer.setCustomBBox(renderer.getBBox());
  });
  renderer.on("moveBody", ({ event }) => {
    if (!dragged || !graph.hasNode(dragged)) return;
    moved = true;
    graph.mergeNodeAttributes(dragged, { ...renderer.viewportToGraph(event), fixed: true });
    event.preventSigmaDefault();
    event.original.preventDefault();
  });
  const drop = () => {
    dragged = null;
  };
  renderer.on("upNode", drop);
  renderer.on("upStage", drop);
  return () => moved;
}

function key(event, canvas, act) {
  const [selected] = canvas.selected.size === 1 ? canvas.selected : [null];
  const camera = canvas.renderer.getCamera();
  const known = selected && canvas.graph.hasNode(selected) ? selected : null;
  if (ARROWS[event.key] && !event.altKey) {
    const next = known
      ? towards(canvas, known, ARROWS[event.key])
      : canvas.graph.nodes().find((id) => canvas.visible(id));
    if (next) act.select(next);
  } else if (event.key === "Enter" && known) act.expand(known);
  else if ((event.key === "Delete" || event.key === "Backspace") && known) act.hide(known);
  else if (event.key === "+" || event.key === "=") camera.animatedZoom({ duration: 150 });
  else if (event.key === "-") camera.animatedUnzoom({ duration: 150 });
  else if (event.key === "0") camera.animatedReset({ duration: 200 });
  else return;
  event.preventDefault();
}
