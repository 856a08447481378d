/** Where the reader has been: the browser's history for every view, and undo and redo for what was done to the picture. */

import { drawn, format, parse, START } from "./view.js";

export class Trail {
  #state;
  #undo = [];
  #redo = [];

  constructor(state) {
    this.#state = state;
    addEventListener("popstate", () => this.#state.set({ view: parse(location.hash) }));
    document.addEventListener("click", (event) => this.#follow(event));
  }

  /** Whether there is a step back that stays inside this page. */
  get depth() {
    return history.state?.depth ?? 0;
  }

  get canUndo() {
    return this.#undo.length > 0;
  }

  get canRedo() {
    return this.#redo.length > 0;
  }

  /** Look at another view: `change` makes it from the present one. */
  go(change) {
    const before = this.#state.value.view;
    const view = change(before);
    if (format(view) === format(before)) return;
    if (drawn(view) !== drawn(before)) {
      this.#undo.push(before);
      this.#redo = [];
    }
    this.#show(view);
  }

  /** Put what the page itself found out (where the nodes came to rest) into the present view: no step of its own. */
  amend(change) {
    const view = change(this.#state.value.view);
    history.replaceState(history.state, "", where(view));
    this.#state.set({ view });
  }

  undo() {
    this.#step(this.#undo, this.#redo);
  }

  redo() {
    this.#step(this.#redo, this.#undo);
  }

  back() {
    if (this.depth > 0) history.back();
    else this.go((view) => ({ ...view, panel: null }));
  }

  /** The picture goes to where it was; what is being read beside it stays. */
  #step(from, to) {
    const past = from.pop();
    if (!past) return;
    const present = this.#state.value.view;
    to.push(present);
    this.#show({ ...past, panel: present.panel, table: present.table });
  }

  #show(view) {
    history.pushState({ depth: this.depth + 1 }, "", where(view));
    this.#state.set({ view });
  }

  /**
   * Links inside the page are views: they are followed without loading anything. Those beside the picture change what
   * is read and leave the picture as it is by now; a link to a whole view says so.
   */
  #follow(event) {
    const link = event.target.closest?.("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const view = parse(link.getAttribute("href"));
    if (link.getAttribute("href") === "#") this.go(() => START);
    else this.go((now) => (link.dataset.whole === undefined ? { ...now, panel: view.panel } : view));
  }
}

function where(view) {
  const address = format(view);
  return address === "#" ? location.pathname : address;
}
