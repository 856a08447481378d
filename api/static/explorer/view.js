/**
 * A view: what is looked at, as a plain value that the address bar holds.
 *
 * `show` lists whose neighbours are drawn and how many of them (`OVERVIEW` stands for the store's strongest entities),
 * `hide` the entities taken away, `off` the kinds switched off, `scope` what a line means. `panel` is what is read
 * beside the picture: {entity}, {link: [a, b], scope}, {document, passage, marks} or null. `table` shows the table twin.
 */

export const OVERVIEW = "*";
export const STEP = 20;
const OVERVIEW_SIZE = 40;
const ID = /^[a-z0-9-]+$/;
const SCOPE = new Set(["passage", "paragraph", "document"]);

export const START = Object.freeze({
  show: [{ id: OVERVIEW, count: OVERVIEW_SIZE }],
  hide: [],
  off: [],
  scope: "passage",
  panel: null,
  table: false,
});

const list = (text) => (text ? text.split(",").filter((id) => ID.test(id)) : []);

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
      const [id, number] = part.split(":");
      const size = Math.min(Math.max(Number.parseInt(number, 10) || STEP, 0), 200);
      return { id, count: size };
    })
    .filter(({ id }) => id === OVERVIEW || ID.test(id));
  return {
    show: show.length ? show : START.show,
    hide: list(found.get("hide")),
    off: list(found.get("off")),
    scope: found.get("scope") === "paragraph" ? "paragraph" : "passage",
    panel: parsePanel(found),
    table: found.get("table") === "1",
  };
}

function parsePanel(found) {
  const [entity] = list(found.get("entity"));
  if (entity) return { entity };
  const link = list(found.get("link"));
  if (link.length === 2) return { link, scope: SCOPE.has(found.get("read")) ? found.get("read") : "passage" };
  const [document] = list(found.get("document"));
  if (!document) return null;
  const passage = Number.parseInt(found.get("passage"), 10);
  return { document, passage: Number.isNaN(passage) ? null : passage, marks: list(found.get("marks")) };
}

/** The fragment of a view; `parse` reads it back. The start is an empty one. */
export function format(view) {
  const parts = [];
  const show = view.show.map(({ id, count }) => `${id}:${count}`).join(",");
  if (show !== `${OVERVIEW}:${OVERVIEW_SIZE}`) parts.push(`show=${show}`);
  if (view.hide.length) parts.push(`hide=${view.hide.join(",")}`);
  if (view.off.length) parts.push(`off=${view.off.join(",")}`);
  if (view.scope !== "passage") parts.push(`scope=${view.scope}`);
  if (view.table) parts.push("table=1");
  if (view.panel?.entity) parts.push(`entity=${view.panel.entity}`);
  if (view.panel?.link) parts.push(`link=${view.panel.link.join(",")}`, `read=${view.panel.scope}`);
  if (view.panel?.document) {
    parts.push(`document=${view.panel.document}`);
    if (view.panel.passage !== null) parts.push(`passage=${view.panel.passage}`);
    if (view.panel.marks.length) parts.push(`marks=${view.panel.marks.join(",")}`);
  }
  return `#${parts.join("&")}`;
}

/** The part of a view that is drawn: two views with the same one show the same picture. */
export function drawn(view) {
  return format({ ...view, panel: null, table: false });
}

/** Add an entity with its strongest neighbours; from the overview it takes the overview's place. */
export function starting(view, id) {
  const kept = view.show.filter((shown) => shown.id !== OVERVIEW);
  const known = kept.some((shown) => shown.id === id);
  return {
    ...view,
    show: known ? kept : [...kept, { id, count: STEP }],
    hide: view.hide.filter((other) => other !== id),
    panel: { entity: id },
  };
}

/** Draw more of an entity's neighbours, beside what is drawn already. */
export function expanding(view, id) {
  const known = view.show.some((shown) => shown.id === id);
  const show = known
    ? view.show.map((shown) => (shown.id === id ? { id, count: Math.min(shown.count + STEP, 200) } : shown))
    : [...view.show, { id, count: STEP }];
  return { ...view, show, hide: view.hide.filter((other) => other !== id) };
}

/** Read about an entity, and draw its strongest neighbours where they were not asked for yet. */
export function choosing(view, id) {
  const known = view.show.some((shown) => shown.id === id);
  return { ...(known ? view : expanding(view, id)), panel: { entity: id } };
}

/** Take an entity out of the picture, with the neighbours that only it brought in. */
export function hiding(view, id) {
  const show = view.show.filter((shown) => shown.id !== id);
  const panel = view.panel?.entity === id || view.panel?.link?.includes(id) ? null : view.panel;
  if (!show.length) return { ...START, scope: view.scope, off: view.off, table: view.table };
  return { ...view, show, hide: [...view.hide.filter((other) => other !== id), id], panel };
}

/** Switch a kind on or off. */
export function toggling(view, kind) {
  const off = view.off.includes(kind) ? view.off.filter((other) => other !== kind) : [...view.off, kind];
  return { ...view, off };
}
