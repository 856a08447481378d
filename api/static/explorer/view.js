/**
 * A view: what is looked at, as a plain value that the address bar holds.
 *
 * `show` lists whose neighbours are drawn and how many of them (`OVERVIEW` stands for the store's strongest entities),
 * `hide` the entities taken away, `scope` what a line means, `by` what it is measured by. What may be filtered out:
 * kinds (`off`), links weaker than `least` or no more than `chance`, `hubs`,
 * what readers' verdicts speak against (`obey`), and what documents other than some say
 * (`from`, `to`, `doc`, `mark`, `tag`). `colour` and `size` are what nodes show, `at` where they stand (see places.js)
 * and `pin` those that a reader put there. `panel` is what is read beside the picture: {entity}, {some: [ids]},
 * {link: [a, b], scope, order}, {path: [a, b]}, {document, passage, marks}, {sheet} or null. `table` shows the table.
 */

export const OVERVIEW = "*";
export const STEP = 20;
export const MOST = 500;
const OVERVIEW_SIZE = 40;
const ID = /^[a-z0-9-]+$/;
const DATE = /^\d{4}(-\d\d)?$/;
const SCOPES = ["passage", "paragraph", "document"];
const ORDERS = ["newest", "oldest", "telling"];
const SHEETS = ["export", "views"];

export const START = Object.freeze({
  show: [{ id: OVERVIEW, count: OVERVIEW_SIZE }],
  hide: [],
  off: [],
  scope: "passage",
  by: "count",
  least: 1,
  chance: false,
  hubs: false,
  obey: false,
  from: "",
  to: "",
  doc: [],
  mark: [],
  tag: [],
  colour: "kind",
  size: "mentions",
  at: "",
  pin: [],
  panel: null,
  table: false,
});

const one = (allowed) => [(text) => (allowed.includes(text) ? text : allowed[0]), (value) => value];
const date = [(text) => (DATE.test(text) ? text : ""), (value) => value];
const flag = [(text) => text === "1", (value) => (value ? "1" : "")];
const ids = [(text) => text.split(",").filter((id) => ID.test(id)), (value) => value.join(",")];
const words = [
  (text) => text.split(",").filter(Boolean).map(decoded),
  (value) => value.map((word) => encodeURIComponent(word)).join(","),
];

/** How each plain part is read from the address and written to it; what equals the start is not written. */
const FIELDS = {
  hide: ids,
  off: ids,
  scope: one(["passage", "paragraph"]),
  by: one(["count", "documents", "significance"]),
  least: [(text) => Math.max(Number.parseInt(text, 10) || 1, 1), String],
  chance: flag,
  hubs: flag,
  obey: flag,
  from: date,
  to: date,
  doc: words,
  mark: words,
  tag: words,
  colour: one(["kind", "community"]),
  size: one(["mentions", "centrality"]),
  at: [(text) => (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text) ? text : ""), String],
  pin: ids,
  table: flag,
};

function decoded(word) {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

/** Read an address's fragment; whatever in it cannot be read is left out. */
export function parse(fragment) {
  const found = new Map(
    fragment
      .replace(/^#/, "")
      .split("&")
      .map((part) => part.split("=", 2)),
  );
  const show = (found.get("show") ?? "")
    .split(",")
    .map((part) => {
      const [id, text] = part.split(":");
      const number = Number.parseInt(text, 10); // 0 is a number of neighbours too.
      return { id, count: Number.isNaN(number) ? STEP : Math.min(Math.max(number, 0), MOST) };
    })
    .filter(({ id }) => id === OVERVIEW || ID.test(id));
  const view = { ...START, show: show.length ? show : START.show, panel: parsePanel(found) };
  for (const [key, [read]] of Object.entries(FIELDS)) if (found.has(key)) view[key] = read(found.get(key) ?? "");
  return view;
}

function parsePanel(found) {
  const list = (key) => ids[0](found.get(key) ?? "");
  const [entity] = list("entity");
  if (entity) return { entity };
  const link = list("link");
  if (link.length === 2) {
    const [scope, order] = [found.get("read"), found.get("order")];
    return {
      link,
      scope: SCOPES.includes(scope) ? scope : SCOPES[0],
      order: ORDERS.includes(order) ? order : ORDERS[0],
    };
  }
  const path = list("path");
  if (path.length) return { path: path.slice(0, 2) };
  const some = list("some");
  if (some.length) return { some };
  if (SHEETS.includes(found.get("sheet"))) return { sheet: found.get("sheet") };
  const [document] = list("document");
  if (!document) return null;
  const passage = Number.parseInt(found.get("passage"), 10);
  return { document, passage: Number.isNaN(passage) ? null : passage, marks: list("marks") };
}

/** The fragment of a view; `parse` reads it back. The start is an empty one. */
export function format(view) {
  const parts = [];
  const show = view.show.map(({ id, count }) => `${id}:${count}`).join(",");
  if (show !== `${OVERVIEW}:${OVERVIEW_SIZE}`) parts.push(`show=${show}`);
  for (const [key, [, write]] of Object.entries(FIELDS)) {
    if (key !== "at" && write(view[key]) !== write(START[key])) parts.push(`${key}=${write(view[key])}`);
  }
  return `#${[...parts, ...formatPanel(view.panel), ...(view.at ? [`at=${view.at}`] : [])].join("&")}`;
}

function formatPanel(panel) {
  if (!panel) return [];
  if (panel.entity) return [`entity=${panel.entity}`];
  if (panel.some) return [`some=${panel.some.join(",")}`];
  if (panel.path) return [`path=${panel.path.join(",")}`];
  if (panel.sheet) return [`sheet=${panel.sheet}`];
  if (panel.link) {
    const parts = [`link=${panel.link.join(",")}`, `read=${panel.scope}`];
    return panel.order && panel.order !== ORDERS[0] ? [...parts, `order=${panel.order}`] : parts;
  }
  const parts = [`document=${panel.document}`];
  if (panel.passage !== null) parts.push(`passage=${panel.passage}`);
  if (panel.marks.length) parts.push(`marks=${panel.marks.join(",")}`);
  return parts;
}

/** The part of a view that is drawn: two views with the same one show the same picture. */
export function drawn(view) {
  return format({ ...view, panel: null, table: false });
}

/** The part of a view that the service is asked for. */
export function fetched({ show, hide, scope, by, obey }) {
  return format({ ...START, show, hide, scope, by, obey });
}
