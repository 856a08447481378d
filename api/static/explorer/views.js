/** The sheet of named views: what a reader wants to come back to, kept in the store. */

import { attempting, get, send } from "./api.js";
import { h, named } from "./dom.js";
import { format } from "./view.js";
import { day } from "./words.js";

export async function viewsPanel(view, { state, renew }) {
  const found = await get("/api/views", { limit: 500 });
  const said = h("p", { class: "quiet", role: "status" });
  const attempt = attempting(said, renew);
  const title = h("input", { type: "text", maxlength: 200, "aria-label": "A title for this view", placeholder: "A title for this view" });
  const keep = () => {
    const address = format({ ...state.value.view, panel: null });
    if (title.value.trim()) attempt(() => send("POST", "/api/views", { title: title.value.trim(), address: `/${address}` }));
    else title.focus();
  };
  title.addEventListener("keydown", (event) => event.key === "Enter" && keep());
  return [
    h("p", { class: "kicker" }, "Views"),
    h("h2", { tabindex: "-1" }, "Views kept in this store"),
    h("p", {}, "A view is a picture with its filters and places. Its address says the same: copy it from the address bar."),
    h("div", { class: "keeping" }, title, h("button", { type: "button", on: { click: keep } }, "Keep this view")),
    said,
    found.items.length
      ? h("ul", { class: "views" }, found.items.map((each) => kept(each, attempt)))
      : h("p", { class: "quiet" }, "None yet."),
  ];
}

function kept({ id, title, address, by, at }, attempt) {
  const path = `/api/views/${encodeURIComponent(id)}`;
  const start = address.indexOf("#");
  return h(
    "li",
    { class: "with-button" },
    h(
      "a",
      { href: start < 0 ? "#" : address.slice(start), "data-whole": true },
      h("span", { class: "name" }, named(title)),
      h("span", { class: "quiet" }, ` ${by}, ${day(at.slice(0, 10))}`),
    ),
    h(
      "button",
      {
        type: "button",
        class: "plain",
        "aria-label": `Delete the view ${title}`,
        on: { click: () => attempt(() => send("DELETE", path)) },
      },
      "✕",
    ),
  );
}
