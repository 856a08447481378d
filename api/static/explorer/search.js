/** Search as you type: names first, then sentences that hold the words. A combobox, so the arrow keys work in it. */

import { get } from "./api.js";
import { fill, h, named } from "./dom.js";
import { badge } from "./kinds.js";
import { count, titled } from "./words.js";

const PAUSE = 40;
const NAMES = 12;
const SENTENCES = 4;

export class Search {
  #input;
  #list;
  #trail;
  #start;
  #asked = null;
  #timer = 0;
  #chosen = -1;

  /** `start(view, id)` makes the view that begins with an entity. */
  constructor(input, list, trail, start) {
    [this.#input, this.#list, this.#trail, this.#start] = [input, list, trail, start];
    input.addEventListener("input", () => this.#later());
    input.addEventListener("focus", () => input.value.trim() && this.#later());
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => setTimeout(() => this.#close(), 150));
    list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  focus() {
    this.#input.focus();
    this.#input.select();
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(this.#input.value.trim()), PAUSE);
  }

  async #ask(words) {
    this.#asked?.abort();
    if (!words) return this.#close();
    const asked = new AbortController();
    this.#asked = asked;
    try {
      const [entities, passages] = await Promise.all([
        get("/api/entities", { q: words, limit: NAMES }, asked.signal),
        words.length < 3 ? { items: [] } : get("/api/search", { q: words, limit: SENTENCES }, asked.signal).catch(none),
      ]);
      if (this.#asked === asked) await this.#show(words, entities.items, passages.items.slice(0, SENTENCES));
    } catch (error) {
      if (error.name !== "AbortError") this.#say(error.message);
    }
  }

  async #show(words, entities, passages) {
    const options = [
      ...entities.map((entity) => this.#entity(entity)),
      ...passages.map((passage) => this.#passage(passage)),
    ];
    if (!options.length) return this.#nothing(words);
    options.forEach((option, n) => option.setAttribute("id", `option-${n}`));
    const heading = passages.length
      ? h(
          "li",
          { class: "heading", role: "presentation" },
          entities.length ? "In the text" : "No such name. In the text",
        )
      : null;
    this.#open(...options.slice(0, entities.length), heading, ...options.slice(entities.length));
    this.#choose(0);
  }

  /** Nothing was found: say so, and give the names that share the beginning of a word with what was typed. */
  async #nothing(words) {
    const asked = this.#asked;
    const none = h("li", { class: "heading none", role: "presentation" }, h("span", {}, "Nothing is called “", named(words), "” here. "));
    const near = await nearest(words, asked.signal);
    if (this.#asked !== asked) return;
    const options = near.map((entity) => this.#entity(entity));
    options.forEach((option, n) => option.setAttribute("id", `option-${n}`));
    none.append(options.length ? "Nearest names:" : "Try a surname, or another spelling.");
    this.#open(none, ...options);
    this.#choose(0);
  }

  #entity({ id, name, kind, aliases, mentions, documents }) {
    const other = aliases
      .filter((alias) => alias !== name)
      .slice(0, 3)
      .join(" · ");
    return this.#option(
      () => this.#trail.go((view) => this.#start(view, id)),
      badge(kind),
      h("span", { class: "name" }, named(name), other ? h("span", { class: "alias" }, named(other)) : null),
      h("span", { class: "weight" }, `${count(mentions, "mention")}, ${count(documents, "document")}`),
    );
  }

  #passage({ document, passage, text }) {
    return this.#option(
      () => this.#trail.go((view) => ({ ...view, panel: { document: document.id, passage, marks: [] } })),
      h(
        "span",
        { class: "words" },
        h("span", { class: "quote" }, named(text)),
        h("span", { class: "alias" }, named(titled(document))),
      ),
    );
  }

  #option(act, ...content) {
    const option = h("li", { role: "option", "aria-selected": "false", on: { click: () => this.#take(act) } }, content);
    option.act = act;
    return option;
  }

  #take(act) {
    this.#close();
    this.#input.value = "";
    act();
  }

  #say(...content) {
    this.#open(h("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, content));
    this.#chosen = -1;
  }

  #open(...content) {
    fill(this.#list, ...content);
    this.#list.hidden = false;
    this.#input.setAttribute("aria-expanded", "true");
  }

  #close() {
    this.#asked?.abort();
    clearTimeout(this.#timer);
    this.#list.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.removeAttribute("aria-activedescendant");
  }

  #choose(n) {
    const options = [...this.#list.querySelectorAll("[role=option][id]")];
    if (!options.length) return;
    this.#chosen = (n + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === this.#chosen)));
    const chosen = options[this.#chosen];
    chosen.scrollIntoView({ block: "nearest" });
    this.#input.setAttribute("aria-activedescendant", chosen.id);
  }

  #key(event) {
    if (event.key === "ArrowDown") this.#choose(this.#chosen + 1);
    else if (event.key === "ArrowUp") this.#choose(this.#chosen - 1);
    else if (event.key === "Escape") this.#close();
    else if (event.key === "Enter" && !this.#list.hidden) this.#list.querySelector("[aria-selected=true]")?.act?.();
    else return;
    if (event.key === "Enter") {
      this.#input.value = "";
      this.#close();
    }
    event.preventDefault();
  }
}

function none(error) {
  if (error.name === "AbortError") throw error;
  return { items: [] };
}

/** Names like what was typed: found by the first letters of its longest words, ever fewer of them. */
async function nearest(words, signal) {
  const longest = [...words.split(/\s+/)].sort((a, b) => b.length - a.length).slice(0, 2);
  for (const share of [0.75, 0.55]) {
    for (const word of longest) {
      const start = Array.from(word).slice(0, Math.max(3, Math.ceil(word.length * share))).join("");
      if (start === word) continue;
      const { items } = await get("/api/entities", { q: start, limit: 6 }, signal).catch(none);
      if (items.length) return items;
    }
  }
  return [];
}
