/** What is shown as a file for other tools: GraphML, GEXF, CSV and JSON. */

import { xml } from "./drawing.js";

const NOTICE =
  "A co-mention is not an association: two names in one sentence may stand there for any reason. Read the documents before you draw a line.";
const NODE = { name: "string", kind: "string", mentions: "int", documents: "int", x: "double", y: "double" };
const EDGE = { strength: "double", passages: "int", paragraphs: "int", documents: "int", llr: "double", npmi: "double" };

/** `shown` has nodes (with x and y), edges (with strength and weight), and `about`: {address, made, by, scope}. */
export const FORMATS = {
  graphml: { words: "GraphML", for: "Gephi, yEd, networkx", type: "application/graphml+xml", write: graphml },
  gexf: { words: "GEXF", for: "Gephi, with the places", type: "application/gexf+xml", write: gexf },
  csv: { words: "CSV", for: "a spreadsheet: a row for each link", type: "text/csv", write: csv },
  json: { words: "JSON", for: "programs", type: "application/json", write: json },
};

const valued = (row, fields) =>
  Object.keys(fields).flatMap((key) => (row[key] === null || row[key] === undefined ? [] : [[key, row[key]]]));
const flat = ({ weight, strength }) => ({ ...weight, strength });
const said = ({ address, made }) => `${NOTICE} View: ${address} Made: ${made}`;

function graphml({ nodes, edges, about }) {
  const keys = (of, fields) =>
    Object.entries(fields).map(([key, type]) => `<key id="${of}-${key}" for="${of}" attr.name="${key}" attr.type="${type}"/>`);
  const data = (of, row, fields) =>
    valued(row, fields).map(([key, value]) => `<data key="${of}-${key}">${xml(value)}</data>`).join("");
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys("node", NODE),
    ...keys("edge", EDGE),
    '<key id="graph-notice" for="graph" attr.name="notice" attr.type="string"/>',
    '<graph edgedefault="undirected">',
    `<data key="graph-notice">${xml(said(about))}</data>`,
    ...nodes.map((node) => `<node id="${xml(node.id)}">${data("node", node, NODE)}</node>`),
    ...edges.map(
      (edge) => `<edge source="${xml(edge.source)}" target="${xml(edge.target)}">${data("edge", flat(edge), EDGE)}</edge>`,
    ),
    "</graph>",
    "</graphml>\n",
  ].join("\n");
}

function gexf({ nodes, edges, about }) {
  const types = { string: "string", int: "integer", double: "double" };
  const drawn = new Set(["name", "x", "y", "strength"]);
  const own = (fields) => Object.fromEntries(Object.entries(fields).filter(([key]) => !drawn.has(key)));
  const declared = (of, fields) =>
    `<attributes class="${of}">${Object.entries(own(fields))
      .map(([key, type]) => `<attribute id="${key}" title="${key}" type="${types[type]}"/>`)
      .join("")}</attributes>`;
  const values = (row, fields) =>
    `<attvalues>${valued(row, own(fields))
      .map(([key, value]) => `<attvalue for="${key}" value="${xml(value)}"/>`)
      .join("")}</attvalues>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `<meta lastmodifieddate="${about.made.slice(0, 10)}"><creator>${xml(about.by)}</creator><description>${xml(said(about))}</description></meta>`,
    '<graph defaultedgetype="undirected" mode="static">',
    declared("node", NODE),
    declared("edge", EDGE),
    "<nodes>",
    ...nodes.map(
      (node) =>
        `<node id="${xml(node.id)}" label="${xml(node.name)}">${values(node, NODE)}<viz:position x="${node.x}" y="${node.y}" z="0"/></node>`,
    ),
    "</nodes>",
    "<edges>",
    ...edges.map(
      (edge, n) =>
        `<edge id="${n}" source="${xml(edge.source)}" target="${xml(edge.target)}" weight="${edge.strength}">${values(flat(edge), EDGE)}</edge>`,
    ),
    "</edges>",
    "</graph>",
    "</gexf>\n",
  ].join("\n");
}

/** One row a link. A cell that a spreadsheet would take for a formula begins with an apostrophe, as everywhere in Trama. */
function csv({ nodes, edges }) {
  const names = new Map(nodes.map((node) => [node.id, node]));
  const cell = (value) => {
    const text = value === null || value === undefined ? "" : String(value);
    const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const head = ["source", "source_name", "source_kind", "target", "target_name", "target_kind", ...Object.keys(EDGE)];
  const rows = edges.map((edge) => {
    const [a, b] = [names.get(edge.source), names.get(edge.target)];
    const values = flat(edge);
    return [a.id, a.name, a.kind, b.id, b.name, b.kind, ...Object.keys(EDGE).map((key) => values[key])];
  });
  return `${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function json({ nodes, edges, about }) {
  return `${JSON.stringify({ notice: NOTICE, ...about, nodes, edges }, null, 1)}\n`;
}
