/** The column beside the picture, which shows one thing at a time: a start, an entity, a link, a document. */

import { documentPanel } from "./document.js";
import { fill, h } from "./dom.js";
import { entityPanel } from "./entity.js";
import { evidencePanel } from "./evidence.js";
import { exportPanel } from "./export.js";
import { pathsPanel } from "./paths.js";
import { severalPanel } from "./several.js";
import { startPanel } from "./start.js";
import { format, START } from "./view.js";
import { viewsPanel } from "./views.js";

const TROUBLE = { 0: "Trama does not answer", 404: "Not in this store", 503: "The store is away" };
/** Who uses one of these goes on with it when the panel changes. */
const IN_USE = "#picture, #search, #scope, #filters";
const scrolls = new Map();

export class Panel {
  #element;
  #tools;
  #shown = null;
  #asked = null;
  #turn = 0;

  /** `tools` is what the panels act with: {state, trail, canvas, scene}. */
  constructor(element, tools) {
    this.#element = element;
    this.#tools = { ...tools, renew: () => this.again(tools.state.value.view) };
    element.addEventListener("scroll", () => this.#shown && scrolls.set(this.#shown, element.scrollTop), {
      passive: true,
    });
  }

  /** Show what the view's panel says, and put a reader who came back where they were. */
  async show(view) {
    const key = format({ ...START, scope: view.scope, by: view.by, obey: view.obey, panel: view.panel });
    if (key === this.#asked) return; // It is being read.
    const turn = ++this.#turn;
    this.#asked = null;
    if (key === this.#shown) return;
    this.#asked = key;
    const { network } = this.#tools.state.value;
    const late = setTimeout(() => turn === this.#turn && this.#reading(view), 200);
    let content;
    try {
      content = await this.#content(view);
    } catch (error) {
      content = [
        h("h2", { tabindex: "-1" }, TROUBLE[error.status] ?? "This could not be read"),
        h("p", {}, error.message),
      ];
    }
    clearTimeout(late);
    if (turn !== this.#turn) return;
    this.#asked = null;
    this.#shown = null;
    this.#write(view, content);
    const target = this.#element.querySelector("[data-here]");
    if (scrolls.has(key)) this.#element.scrollTop = scrolls.get(key);
    else if (target) target.scrollIntoView({ block: "center" });
    else this.#element.scrollTop = 0;
    this.#shown = key;
    if (network !== this.#tools.state.value.network) this.follow();
    if (view.panel && !this.#element.ownerDocument.activeElement?.closest(IN_USE)) {
      this.#element.querySelector("h2")?.focus({ preventScroll: true });
    }
  }

  /** Something else is on its way: what stood here is no more what is shown. */
  #reading(view) {
    this.#shown = null;
    this.#write(view, [h("p", { class: "quiet" }, "Reading…")]);
  }

  /** Read again what is shown: after a failure, or when more of it is known. */
  again(view) {
    this.#shown = null;
    this.#asked = null;
    return this.show(view);
  }

  /** Another network is drawn: what stands here about it is written anew, and nothing else, which may be in use. */
  follow() {
    this.#element.querySelector(".standing")?.dispatchEvent(new Event("network"));
  }

  #content({ panel, ...view }) {
    if (panel?.entity) return entityPanel(panel.entity, view, this.#tools);
    if (panel?.link) return evidencePanel(panel, view, this.#tools);
    if (panel?.some) return severalPanel(panel.some, view, this.#tools);
    if (panel?.path) return pathsPanel(panel.path, view, this.#tools);
    if (panel?.sheet === "export") return exportPanel(view, this.#tools);
    if (panel?.sheet === "views") return viewsPanel(view, this.#tools);
    if (panel?.document) return documentPanel(panel, view);
    return startPanel();
  }

  #write(view, content) {
    const { trail } = this.#tools;
    const back =
      trail.depth > 0
        ? h("button", { type: "button", class: "plain", on: { click: () => trail.back() } }, "← Back")
        : null;
    const close = h(
      "button",
      {
        type: "button",
        class: "plain close",
        "aria-label": "Close",
        on: { click: () => trail.go((now) => ({ ...now, panel: null })) },
      },
      "✕",
    );
    fill(this.#element, view.panel ? h("div", { class: "panel-bar" }, back, close) : null, content);
    document.body.classList.toggle("reading", Boolean(view.panel));
  }
}
