/** A small store of state: one frozen value, and those who want to know when a part of it changes. */

export class State {
  #value;
  #watchers = [];

  constructor(value) {
    this.#value = Object.freeze(value);
  }

  get value() {
    return this.#value;
  }

  /** Replace some parts, then tell the watchers of those that differ. */
  set(parts) {
    const before = this.#value;
    this.#value = Object.freeze({ ...before, ...parts });
    const changed = new Set(Object.keys(parts).filter((key) => before[key] !== this.#value[key]));
    for (const [keys, watcher] of this.#watchers) {
      if (keys.some((key) => changed.has(key))) watcher(this.#value, before);
    }
  }

  /** Call `watcher(value, before)` whenever one of `keys` has changed. */
  watch(keys, watcher) {
    this.#watchers.push([keys, watcher]);
  }
}
