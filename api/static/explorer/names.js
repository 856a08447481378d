/** Writing names beside their nodes, so that no two of them overlap and the more important ones come first. */

const GAP = 4;
const HEIGHT = 1.25;
const PROMINENT = 8;
/** Names keep so far from the frame. */
const EDGE = 4;
const widths = new Map();

/** The rectangles of the names drawn last, by node: {x, y, width, height}, with their font and whether they are faded. */
export const placed = new Map();

function cross(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function covers(rectangle, { x, y, radius }) {
  const dx = x - Math.max(rectangle.x, Math.min(x, rectangle.x + rectangle.width));
  const dy = y - Math.max(rectangle.y, Math.min(y, rectangle.y + rectangle.height));
  return dx * dx + dy * dy < radius * radius;
}

/** The four places a name may take, the best first: right, below, left, above. */
function places({ x, y, radius }, width, height) {
  const away = radius + GAP;
  return [
    { x: x + away, y: y - height / 2 },
    { x: x - width / 2, y: y + away },
    { x: x - away - width, y: y - height / 2 },
    { x: x - width / 2, y: y - away - height },
  ].map((corner) => ({ ...corner, width, height }));
}

/**
 * Choose places: `nodes` are {id, x, y, radius, width, size, must} in order of importance. A name that `must` be
 * written may cover a node, never a name; the first few may cover nodes less important than theirs; any other is left
 * out rather than cover either. What is faded gives way.
 */
function place(nodes, frame) {
  const taken = new Map();
  const discs = nodes.map(({ x, y, radius, faded }) => ({ x, y, radius: radius * 0.9, faded }));
  for (const [rank, node] of nodes.entries()) {
    const height = node.size * HEIGHT;
    const within = places(node, node.width, height).filter(
      (r) =>
        r.x >= EDGE && r.y >= EDGE && r.x + r.width <= frame.width - EDGE && r.y + r.height <= frame.height - EDGE,
    );
    const free = within.filter((r) => ![...taken.values()].some((other) => cross(r, other)));
    const clear = (r, others) => !others.some((disc) => (node.faded || !disc.faded) && covers(r, disc));
    const lesser = rank < PROMINENT ? free.find((r) => clear(r, discs.slice(0, rank))) : undefined;
    const best = free.find((r) => clear(r, discs)) ?? lesser ?? (node.must ? free[0] : undefined);
    if (best) taken.set(node.id, best);
  }
  return taken;
}

/** The width of a name in a font, remembered: measuring is the slow part. */
export function measure(context, text) {
  const key = `${context.font}|${text}`;
  if (!widths.has(key)) {
    if (widths.size > 5000) widths.clear();
    widths.set(key, Math.ceil(context.measureText(text).width));
  }
  return widths.get(key);
}

/** Write the names: each on a halo of the paper's colour, so that a line behind it does not strike it out. */
export function write(context, nodes, frame, colours) {
  const chosen = place(nodes, frame);
  placed.clear();
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.direction = "ltr";
  context.lineJoin = "round";
  for (const node of nodes) {
    const at = chosen.get(node.id);
    if (!at) continue;
    placed.set(node.id, { ...at, font: node.font, faded: node.faded });
    context.font = node.font;
    context.globalAlpha = node.faded ? 0.35 : 1;
    context.lineWidth = 4;
    context.strokeStyle = colours.paper;
    context.fillStyle = colours.ink;
    context.strokeText(node.text, at.x, at.y + at.height / 2);
    context.fillText(node.text, at.x, at.y + at.height / 2);
  }
  context.globalAlpha = 1;
}
