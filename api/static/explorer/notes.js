/** Notes that readers write on an entity or on an edge: listed, written, mended and deleted. */

import { attempting, get, send } from "./api.js";
import { h, named } from "./dom.js";
import { day } from "./words.js";

/** The notes about one or two entities; an empty section where the store cannot say. */
export async function notes(about, changed) {
  const query = new URLSearchParams(about.map((id) => ["about", id]));
  const found = await get(`/api/notes?${query}`).catch(() => null);
  if (!found) return null;
  const said = h("p", { class: "quiet", role: "status" });
  const attempt = attempting(said, changed);
  return h(
    "section",
    { class: "notes" },
    h("h3", {}, "Notes"),
    found.items.map((note) => written(note, attempt)),
    writing({ label: "A note of yours", button: "Keep this note" }, (text) =>
      attempt(() => send("POST", "/api/notes", { about, text })),
    ),
    said,
  );
}

function written(note, attempt) {
  const path = `/api/notes/${encodeURIComponent(note.id)}`;
  const article = h(
    "article",
    { class: "note" },
    h("p", { class: "text", dir: "auto" }, note.text),
    h(
      "p",
      { class: "quiet" },
      named(note.by),
      `, ${day((note.edited ?? note.at).slice(0, 10))}${note.edited ? ", mended" : ""} `,
      h("button", { type: "button", class: "plain", on: { click: mend } }, "Mend"),
      " ",
      h(
        "button",
        { type: "button", class: "plain", on: { click: () => attempt(() => send("DELETE", path)) } },
        "Delete",
      ),
    ),
  );
  function mend() {
    const form = writing({ label: "The note", button: "Keep", text: note.text }, (text) =>
      attempt(() => send("PUT", path, { text })),
    );
    article.replaceChildren(form);
    form.querySelector("textarea").focus();
  }
  return article;
}

function writing({ label, button, text = "" }, keep) {
  const area = h("textarea", { rows: text ? 4 : 2, maxlength: 10000, "aria-label": label, placeholder: label, dir: "auto" });
  area.value = text;
  const press = h("button", { type: "button", on: { click: () => area.value.trim() && keep(area.value) } }, button);
  return h("div", { class: "writing" }, area, press);
}
