/** The sheet of exports: what is shown as a picture, as data, as a page to keep, or with every sentence behind it. */

import { fetchFile } from "./api.js";
import { h } from "./dom.js";
import { png, svg } from "./drawing.js";
import { FORMATS } from "./formats.js";
import { format } from "./view.js";
import { count } from "./words.js";

const MOST_LINKS = 1000;

export function exportPanel(view, { state, canvas }) {
  const said = h("p", { class: "quiet", role: "status" });
  const tool = { state, canvas, said };
  return [
    h("p", { class: "kicker" }, "Export"),
    h("h2", { tabindex: "-1" }, "What is shown, to keep or to pass on"),
    h("p", {}, "Exactly the names and links that the filters leave, where they stand now."),
    said,
    group("The picture", [
      ["PNG", "with its legend and notice", () => picture(tool, "png"), !canvas],
      ["SVG", "the same, to be enlarged or edited", () => picture(tool, "svg"), !canvas],
      ["Page", "one HTML file that opens from disk with no network", () => page(tool), !canvas],
    ]),
    group("The evidence", [
      ["HTML", "every link with its sentences, their documents, and where all of it comes from", () => packet(tool, "html")],
      ["Markdown", "the same as text", () => packet(tool, "markdown")],
    ]),
    group(
      "The data",
      Object.entries(FORMATS).map(([key, { words, for: use }]) => [words, `for ${use}`, () => data(tool, key)]),
    ),
  ];

  function group(title, rows) {
    return h(
      "section",
      {},
      h("h3", {}, title),
      h(
        "ul",
        { class: "exports" },
        rows.map(([words, use, act, off]) =>
          h(
            "li",
            {},
            h("button", { type: "button", disabled: Boolean(off), on: { click: () => attempt(act, said) } }, words),
            h("span", {}, use),
          ),
        ),
      ),
    );
  }
}

async function attempt(act, said) {
  said.textContent = "One moment …";
  try {
    said.textContent = (await act()) ?? "";
  } catch (error) {
    said.textContent = error.message;
  }
}

function save(blob, name) {
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return `${name} is on its way to your downloads.`;
}

const where = ({ view }) => `${location.origin}/${format({ ...view, panel: null })}`;
const counts = ({ picture }) => `${count(picture.nodes.length, "name")}, ${count(picture.edges.length, "link")}`;

/** What a picture or a page is called: the names it started from, or the overview. */
function titled({ view, network }) {
  const names = new Map(network.nodes.map(({ id, name }) => [id, name]));
  const roots = view.show.map(({ id }) => names.get(id)).filter(Boolean);
  return Array.from(roots.length ? roots.slice(0, 4).join(", ") : "Who is named with whom")
    .slice(0, 200)
    .join("");
}

async function picture({ state, canvas }, form) {
  const { selected, hovered } = canvas;
  Object.assign(canvas, { selected: new Set(), hovered: null }); // The picture, not what is being pointed at.
  canvas.refresh();
  const { view } = state.value;
  const text = svg(canvas, { scope: view.scope, where: where(state.value), counts: counts(state.value) });
  Object.assign(canvas, { selected, hovered });
  canvas.refresh();
  const blob = form === "svg" ? new Blob([text], { type: "image/svg+xml" }) : await png(text);
  return save(blob, `trama.${form}`);
}

function shown({ state, canvas }) {
  const { picture: drawn, view } = state.value;
  const place = (id) => (canvas?.graph.hasNode(id) ? canvas.graph.getNodeAttributes(id) : { x: 0, y: 0 });
  const nodes = drawn.nodes.map((node) => {
    const { x, y } = place(node.id);
    return { ...node, x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 };
  });
  const about = { address: where(state.value), made: new Date().toISOString(), by: "Trama", scope: view.scope };
  return { nodes, edges: drawn.edges, about };
}

function data(tool, key) {
  const { type, write } = FORMATS[key];
  return save(new Blob([write(shown(tool))], { type }), `trama.${key}`);
}

async function page(tool) {
  const { nodes, edges } = shown(tool);
  const { blob, name } = await fetchFile("/network", {
    title: titled(tool.state.value),
    nodes: Object.fromEntries(nodes.map(({ id, x, y }) => [id, [x, y]])),
    links: edges.map(({ source, target }) => [source, target]),
  });
  return save(blob, name);
}

async function packet({ state }, form) {
  const { picture: drawn, view } = state.value;
  const links = drawn.edges.slice(0, MOST_LINKS).map(({ source, target }) => [source, target]);
  if (!links.length) return "No link is shown, so there is no evidence to pack.";
  const { blob, name } = await fetchFile("/api/packet", {
    links,
    title: titled(state.value),
    address: where(state.value),
    scope: view.scope,
    format: form,
  });
  const cut = drawn.edges.length > MOST_LINKS ? ` It holds the strongest ${MOST_LINKS} of ${drawn.edges.length} links.` : "";
  return `${save(blob, name)}${cut}`;
}
