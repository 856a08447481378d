/** When documents name an entity: bars by year, with what bears no date of its own said in words. */

import { entityPath, get, recall } from "./api.js";
import { h, named } from "./dom.js";
import { bars, yearly } from "./histogram.js";
import { format } from "./view.js";
import { count, day, figure, titled } from "./words.js";

const DOCUMENTS = 10;

/** The section of an entity's times; null where none of its documents is dated. */
export async function timeline(id) {
  const { points, undated } = await recall("/api/analysis/timeline", { entity: id, by: "year" });
  if (!points.length) return null;
  const drawn = yearly(new Map(points.map(({ period, documents }) => [period, documents])));
  return h(
    "section",
    {},
    h("h3", {}, "Documents by year"),
    h(
      "div",
      {
        class: "histogram still",
        role: "img",
        "aria-label": `Documents by year: ${drawn.map(([year, n]) => `${year}: ${n}`).join(", ")}`,
      },
      bars(drawn),
    ),
    undated.documents ? h("p", { class: "quiet" }, `${count(undated.documents, "document")} without a date of its own.`) : null,
  );
}

/** The documents that name an entity, the newest first, more of them on request. */
export async function documents(entity, view) {
  const path = entityPath(entity.id, "/documents");
  let found = await recall(path, { limit: DOCUMENTS });
  if (!found.items.length) return null;
  const line = ({ document, mentions }) =>
    h(
      "li",
      {},
      h(
        "a",
        { href: format({ ...view, panel: { document: document.id, passage: null, marks: [entity.id] } }) },
        named(titled(document)),
      ),
      h("span", { class: "quiet" }, ` ${day(document.date)}, ${count(mentions, "mention")}`),
    );
  const list = h("ul", { class: "documents" }, found.items.map(line));
  const more = h("button", { type: "button", hidden: found.next === null, on: { click: next } }, "More documents");
  async function next() {
    more.disabled = true;
    found = await get(path, { limit: 50, cursor: found.next }).catch(() => ({ items: [], next: found.next }));
    list.append(...found.items.map(line));
    more.hidden = found.next === null;
    more.disabled = false;
  }
  return h("section", {}, h("h3", {}, `Named in ${figure(entity.documents)} ${entity.documents === 1 ? "document" : "documents"}`), list, more);
}
