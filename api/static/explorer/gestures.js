/** What mouse, finger and keys do on the picture. */

const REACH = 7;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The link nearest to a point, if it is within reach: lines are thin, and fingers are not. */
function nearest(canvas, x, y, reach = REACH) {
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
function towards(canvas, from, [dx, dy]) {
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

/**
 * Let gestures act: `act` has choose(id), select(id), too(id), several(ids), link(a, b), expand(id), hide(id), pin(id)
 * and clear().
 */
export function listen(canvas, act) {
  const { renderer, graph, container } = canvas;
  drag(canvas, act);
  lasso(canvas, act);
  renderer.on("clickNode", ({ node, event }) => {
    if (canvas.dragged) return;
    if (event.original.shiftKey) act.too(node);
    else act.choose(node);
  });
  renderer.on("doubleClickNode", (event) => {
    event.preventSigmaDefault();
    if (event.event.original.shiftKey) act.too(event.node); // Two names chosen in a hurry.
    else act.expand(event.node);
  });
  renderer.on("enterNode", ({ node }) => point(canvas, { hovered: node }));
  renderer.on("leaveNode", () => point(canvas, { hovered: null }));
  renderer.on("clickStage", ({ event }) => {
    if (event.original.shiftKey || canvas.dragged) return;
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
  canvas.glance();
}

/** A dragged node stays where it was put. */
function drag(canvas, act) {
  const { renderer, graph } = canvas;
  let dragged = null;
  let moved = false;
  renderer.on("downStage", () => {
    canvas.dragged = false;
  });
  renderer.on("downNode", ({ node, event, preventSigmaDefault }) => {
    canvas.dragged = false;
    if (event.original.shiftKey) return;
    [dragged, moved] = [node, false];
    preventSigmaDefault();
    if (!renderer.getCustomBBox()) renderer.setCustomBBox(renderer.getBBox());
  });
  renderer.on("moveBody", ({ event }) => {
    if (!dragged || !graph.hasNode(dragged)) return;
    moved = canvas.dragged = true;
    graph.mergeNodeAttributes(dragged, renderer.viewportToGraph(event));
    event.preventSigmaDefault();
    event.original.preventDefault();
  });
  const drop = () => {
    const [node, put] = [dragged, moved];
    dragged = null;
    if (node && put && graph.hasNode(node)) act.pin(node);
  };
  renderer.on("upNode", drop);
  renderer.on("upStage", drop);
}

/** With Shift held, a line drawn around nodes chooses them. */
function lasso(canvas, act) {
  const { container } = canvas;
  let line = null;
  const place = (event) => {
    const box = container.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  container.addEventListener(
    "mousedown",
    (event) => {
      if (!event.shiftKey || event.button || canvas.hovered) return;
      line = [place(event)];
      event.stopPropagation();
      event.preventDefault();
      container.focus();
    },
    { capture: true },
  );
  addEventListener("mousemove", (event) => {
    if (!line) return;
    line.push(place(event));
    canvas.lasso = line;
    canvas.glance();
  });
  addEventListener("mouseup", () => {
    if (!line) return;
    const ids = line.length > 3 ? canvas.graph.filterNodes((id) => canvas.visible(id) && inside(canvas.at(id), line)) : [];
    line = null;
    canvas.lasso = null;
    canvas.glance();
    if (ids.length) act.several(ids);
  });
}

/** Whether a point lies inside a closed line, by how often a ray from it crosses the line. */
function inside({ x, y }, line) {
  let odd = false;
  for (let n = 0, m = line.length - 1; n < line.length; m = n++) {
    const [a, b] = [line[n], line[m]];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) odd = !odd;
  }
  return odd;
}

function key(event, canvas, act) {
  const camera = canvas.renderer.getCamera();
  const several = [...canvas.selected].filter((id) => canvas.graph.hasNode(id));
  const known = several.at(-1) ?? null;
  if (ARROWS[event.key] && !event.altKey) {
    const next = known
      ? towards(canvas, known, ARROWS[event.key])
      : canvas.graph.nodes().find((id) => canvas.visible(id));
    if (next) (event.shiftKey && known ? act.too : act.select)(next);
  } else if (event.key === "Enter" && known) act.expand(known);
  else if ((event.key === "Delete" || event.key === "Backspace") && several.length) act.hide(...several);
  else if (event.key === "+" || event.key === "=") camera.animatedZoom({ duration: 150 });
  else if (event.key === "-") camera.animatedUnzoom({ duration: 150 });
  else if (event.key === "0") camera.animatedReset({ duration: 200 });
  else return;
  event.preventDefault();
}
