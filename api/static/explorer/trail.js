/** Where the reader has been: the browser's history for every view, and undo and redo for what was done to the picture. */

import { drawn, format, parse } from "./view.js";

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
    history.pushState({ depth: this.depth + 1 }, "", format(view) === "#" ? location.pathname : format(view));
    this.#state.set({ view });
  }

  /** Links inside the page are views: they are followed without loading anything. */
  #follow(event) {
    const link = event.target.closest?.("a[href^='#']");
    if (!link || link.dataset.plain !== undefined || event.ctrlKey || event.metaKey || event.shiftKey || event.button)
      return;
    event.preventDefault();
    this.go(() => parse(link.getAttribute("href")));
  }
}
