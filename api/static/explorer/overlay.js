/** What is drawn over the nodes: their icons, their names, and the line that chooses them. */

import { KINDS, kindOf } from "./kinds.js";
import { LARGEST } from "./looks.js";
import { measure, write } from "./names.js";
import { shortened } from "./words.js";

const ICONS = Object.fromEntries(Object.entries(KINDS).map(([kind, { path }]) => [kind, new Path2D(path)]));
/** A name is cut to so many letters in the picture. */
export const LETTERS = 34;
/** An icon's side for a node's radius; smaller icons are not drawn. */
export const iconSide = (radius) => (radius * 1.15 < 6.5 ? 0 : radius * 1.15);
export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** Draw them; `front` are the nodes in the foreground, null where all are. */
export function decorate(canvas, front) {
  const { icons, names } = contexts(canvas.renderer);
  const frame = canvas.renderer.getDimensions();
  icons.clearRect(0, 0, frame.width, frame.height);
  names.clearRect(0, 0, frame.width, frame.height);
  icons.fillStyle = "#fff";
  const nodes = [];
  canvas.graph.forEachNode((id, { kind, label, size }) => {
    if (!canvas.visible(id)) return;
    const { x, y, radius } = canvas.at(id);
    if (x < -radius || y < -radius || x > frame.width + radius || y > frame.height + radius) return;
    const faded = front !== null && !front.has(id);
    stamp(icons, kind, x, y, radius, faded);
    const first = id === canvas.hovered || canvas.selected.has(id);
    const root = canvas.roots.has(id);
    const text = shortened(label, LETTERS);
    const height = Math.round(11.5 + Math.min(size / LARGEST, 1) * 3);
    const font = `${first || root ? 650 : 450} ${height}px ${FONT}`;
    names.font = font;
    const width = measure(names, text);
    const rank = (first ? 1e9 : faded ? 0 : 1e6) + (root ? 1e5 : 0) + size;
    nodes.push({ id, x, y, radius, text, font, size: height, width, faded, must: first, rank });
  });
  nodes.sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
  write(names, nodes, frame, canvas.colours);
  if (canvas.lasso) outline(names, canvas.lasso, canvas.colours);
}

function contexts(renderer) {
  const { icons, names } = renderer.getCanvases();
  return { icons: icons.getContext("2d"), names: names.getContext("2d") };
}

function stamp(context, kind, x, y, radius, faded) {
  const side = iconSide(radius);
  if (!side) return;
  context.save();
  context.globalAlpha = faded ? 0.6 : 1;
  context.translate(x - side / 2, y - side / 2);
  context.scale(side / 16, side / 16);
  context.fill(ICONS[kind] ?? new Path2D(kindOf(kind).path));
  context.restore();
}

function outline(context, line, { accent }) {
  context.beginPath();
  line.forEach(({ x, y }) => context.lineTo(x, y));
  context.closePath();
  context.setLineDash([6, 4]);
  context.lineWidth = 1.5;
  context.strokeStyle = accent;
  context.stroke();
  context.setLineDash([]);
}
