/** The picture as it is seen, as SVG: lines, nodes, icons and names, with the legend and the notice below. */

import { KINDS, kindOf } from "./kinds.js";
import { FONT, iconSide, LETTERS } from "./overlay.js";
import { placed } from "./names.js";
import { shortened } from "./words.js";

const NOTICE = "A co-mention is not an association: a line says that two names stand in one";
const FOOT = 26;
const SIDE = 16;

/** Text for XML: what the form does not allow is left out, what it gives a meaning is written another way. */
export function xml(text) {
  return String(text)
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** The SVG of what the canvas shows now; `scope` is what a line says, `where` the address of the view. */
export function svg(canvas, { scope, where, counts }) {
  const { width, height } = canvas.renderer.getDimensions();
  const { paper, ink, soft } = canvas.colours;
  const foot = legendOf(canvas, width);
  const bottom = height + foot.height + 3 * FOOT;
  const line = (n, text) =>
    `<text x="${SIDE}" y="${height + foot.height + n * FOOT - 8}" font-size="12" fill="${soft}">${xml(text)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${bottom}" viewBox="0 0 ${width} ${bottom}" font-family="${xml(FONT)}">`,
    `<title>${xml(`Trama: ${counts}`)}</title>`,
    `<rect width="${width}" height="${bottom}" fill="${paper}"/>`,
    `<svg x="0" y="0" width="${width}" height="${height}">`,
    ...lines(canvas),
    ...nodes(canvas),
    ...names(canvas, paper, ink),
    "</svg>",
    `<g transform="translate(0 ${height})">${foot.text}</g>`,
    line(1, `${NOTICE} ${scope === "paragraph" ? "paragraph" : "sentence"}, and no more.`),
    line(2, `${counts}. Names were found by a program: read the documents.`),
    line(3, shortened(where, Math.floor(width / 6.2))),
    "</svg>\n",
  ].join("\n");
}

function lines(canvas) {
  const drawn = [];
  canvas.graph.forEachEdge((id, _, source, target) => {
    const edge = canvas.renderer.getEdgeDisplayData(id);
    if (!edge || edge.hidden) return;
    const [a, b] = [canvas.at(source), canvas.at(target)];
    drawn.push([
      edge.zIndex,
      `<line x1="${short(a.x)}" y1="${short(a.y)}" x2="${short(b.x)}" y2="${short(b.y)}" stroke="${edge.color}" stroke-width="${short(canvas.renderer.scaleSize(edge.size))}"/>`,
    ]);
  });
  return drawn.sort((a, b) => a[0] - b[0]).map(([, text]) => text);
}

function nodes(canvas) {
  const drawn = [];
  canvas.graph.forEachNode((id, { kind }) => {
    if (!canvas.visible(id)) return;
    const { color, ringColor, ring, zIndex } = canvas.renderer.getNodeDisplayData(id);
    const { x, y, radius } = canvas.at(id);
    const side = iconSide(radius);
    drawn.push([
      zIndex,
      `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius - ring / 2)}" fill="${color}" stroke="${ringColor}" stroke-width="${ring}"/>`,
      side === 0 ? "" : icon(kind, x - side / 2, y - side / 2, side),
    ]);
  });
  return drawn.sort((a, b) => a[0] - b[0]).map(([, ...text]) => text.join(""));
}

function icon(kind, x, y, side) {
  return `<path transform="translate(${short(x)} ${short(y)}) scale(${short(side / 16)})" fill="#fff" d="${kindOf(kind).path}"/>`;
}

function names(canvas, paper, ink) {
  const texts = [];
  for (const [id, { x, y, height, font, faded }] of placed) {
    const label = xml(shortened(canvas.graph.getNodeAttribute(id, "label"), LETTERS));
    const [weight, size] = font.split(" ");
    texts.push(
      `<text x="${short(x)}" y="${short(y + height * 0.76)}" font-size="${size}" font-weight="${weight}" fill="${ink}" stroke="${paper}" stroke-width="4" stroke-linejoin="round" paint-order="stroke" direction="ltr" unicode-bidi="isolate"${faded ? ' opacity="0.35"' : ""}>${label}</text>`,
    );
  }
  return texts;
}

/** The kinds that are drawn, side by side. */
function legendOf(canvas, width) {
  const { graph, colours } = canvas;
  const kinds = new Set(graph.filterNodes((id) => canvas.visible(id)).map((id) => graph.getNodeAttribute(id, "kind")));
  let [x, y] = [SIDE, FOOT];
  const parts = [];
  for (const [kind, { many, path }] of Object.entries(KINDS)) {
    if (!kinds.has(kind)) continue;
    const taken = 34 + many.length * 8;
    if (x + taken > width) [x, y] = [SIDE, y + FOOT];
    parts.push(
      `<circle cx="${x + 8}" cy="${y - 12}" r="8" fill="${colours[kind]}"/><path transform="translate(${x + 3} ${y - 17}) scale(0.62)" fill="#fff" d="${path}"/>`,
      `<text x="${x + 22}" y="${y - 7}" font-size="13" fill="${colours.ink}">${many}</text>`,
    );
    x += taken;
  }
  return { text: parts.join(""), height: y };
}

const short = (n) => Math.round(n * 100) / 100;

/** The same as a PNG of twice the pixels. */
export async function png(text) {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    await new Promise((resolve, reject) => {
      image.addEventListener("load", resolve);
      image.addEventListener("error", () => reject(new Error("The picture could not be made.")));
      image.src = address;
    });
    const paper = document.createElement("canvas");
    [paper.width, paper.height] = [2 * image.width, 2 * image.height];
    const context = paper.getContext("2d");
    context.scale(2, 2);
    context.drawImage(image, 0, 0);
    return await new Promise((resolve) => paper.toBlob(resolve, "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}
