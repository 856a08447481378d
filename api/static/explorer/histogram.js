/** Documents by year as bars: a click chooses a year, drawing over the bars a range, a second click lets go of it. */

import { fill, h } from "./dom.js";
import { count } from "./words.js";

export class Histogram {
  #choose;
  #from = null;
  #chosen = ["", ""];
  #drawn = "";

  /** `choose(from, to)` is told years, or "" twice. */
  constructor(choose) {
    this.#choose = choose;
    this.node = h("div", { class: "histogram", role: "img" });
    this.node.addEventListener("pointerdown", (event) => {
      this.#from = yearOf(event);
      event.preventDefault();
    });
    this.node.addEventListener("pointermove", (event) => {
      if (this.#from && yearOf(event)) this.#light(...ordered(this.#from, yearOf(event)));
    });
    this.node.addEventListener("pointerup", (event) => this.#take(yearOf(event)));
    this.node.addEventListener("pointerleave", () => {
      if (this.#from) this.#light(...this.#chosen);
      this.#from = null;
    });
  }

  /** Draw the bars ([year, n]) with those of the view's range lit. */
  update(found, { from, to }) {
    this.#chosen = [from, to];
    const key = JSON.stringify(found);
    if (key !== this.#drawn) {
      this.#drawn = key;
      this.node.setAttribute(
        "aria-label",
        `Documents by year: ${found.map(([year, n]) => `${year}: ${n}`).join(", ") || "none bears a date"}`,
      );
      fill(this.node, ...bars(found));
    }
    this.#light(from, to);
  }

  #take(year) {
    const [from, to] = this.#from && year ? ordered(this.#from, year) : ["", ""];
    this.#from = null;
    const same = from === this.#chosen[0] && to === this.#chosen[1];
    if (from) this.#choose(same ? "" : from, same ? "" : to);
  }

  #light(from, to) {
    for (const { dataset, classList } of this.node.children) {
      const { year } = dataset;
      classList.toggle("out", Boolean((from && year < from.slice(0, 4)) || (to && year > to.slice(0, 4))));
    }
  }
}

/** Counts by year ("2009": n) as [[year, n], …], the years between counted too. */
export function yearly(counts) {
  if (!counts.size) return [];
  const years = [...counts.keys()].map(Number);
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, n) => String(first + n)).map((year) => [
    year,
    counts.get(year) ?? 0,
  ]);
}

/** The bars of [year, n]; each is named by its year, every fifth where there are many. */
export function bars(found) {
  const most = Math.max(...found.map(([, n]) => n), 1);
  const every = found.length > 14 ? 5 : 1;
  return found.map(([year, n]) => bar(year, n, most, Number(year) % every === 0));
}

function bar(year, n, most, named) {
  const filled = h("span", {});
  filled.style.height = `${n ? Math.max(4, (100 * n) / most) : 0}%`;
  return h("div", { "data-year": year, title: `${year}: ${count(n, "document")}` }, filled, h("small", {}, named ? `’${year.slice(2)}` : ""));
}

const yearOf = (event) =>
  document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-year]")?.dataset.year ?? null;
const ordered = (a, b) => (a < b ? [a, b] : [b, a]);
