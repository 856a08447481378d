/** The drawer of filters: what of the network is drawn. Its parts are made once and then kept up with the view. */

import { fill, h } from "./dom.js";
import { words, years } from "./facets.js";
import { Histogram } from "./histogram.js";
import { showingAll, toggling } from "./moves.js";
import { hubs, strength } from "./sieve.js";
import { figure, KINDS_OF_DOCUMENTS, MEASURES, shortened } from "./words.js";

const TAGS = 14;
const STEPS = 100;
let parts = null;

/** Keep the drawer, where it is open, up with the state; `trail` goes to the view that was chosen. */
export function filters(element, state, trail) {
  if (element.hidden) return;
  parts ??= made(element, trail);
  parts.forEach((part) => part(state));
}

function made(element, trail) {
  const set = (change) => trail.go((view) => ({ ...view, ...change }));
  const all = [
    choice("A line says that two names stand in one", "scope", { passage: "sentence", paragraph: "paragraph" }, set),
    choice("Lines by", "by", MEASURES, (change) => set({ ...change, least: 1 })),
    least(set),
    flag("Only links beyond chance", "chance", () => "at a false-discovery rate of 5 per cent", set),
    flag("Without hubs", "hubs", told, set),
    flag("Obey readers’ verdicts", "obey", () => "what was judged a mere list, a denial or another person does not count", set),
    time(set),
    chips("Document", "doc", "kind", trail, (word) => KINDS_OF_DOCUMENTS[word] ?? word),
    chips("Marking", "mark", "marking", trail),
    chips("Tag", "tag", "tags", trail),
    choice("Colour by", "colour", { kind: "kind", community: "community" }, set),
    choice("Size by", "size", { mentions: "mentions", centrality: "centrality in the picture" }, set),
  ];
  const clear = h(
    "button",
    { type: "button", on: { click: () => trail.go(showingAll) } },
    "Clear all filters",
  );
  const close = h(
    "button",
    { type: "button", class: "plain close", "aria-label": "Close the filters", on: { click: () => document.getElementById("sieve").click() } },
    "✕",
  );
  fill(element, h("header", {}, h("h2", {}, "Filters"), close), ...all.map(({ node }) => node), clear);
  return all.map(({ update }) => update);
}

function choice(label, key, options, set) {
  const select = h(
    "select",
    { "data-filter": key, on: { change: () => set({ [key]: select.value }) } },
    Object.entries(options).map(([value, text]) => h("option", { value }, text)),
  );
  return {
    node: h("label", { class: "row" }, h("span", {}, label), select),
    update: ({ view }) => {
      select.value = view[key];
    },
  };
}

/** The least strength of a line: a slider by powers, since most lines are weak. */
function least(set) {
  let most = 1;
  const value = () => Math.max(1, Math.round(most ** (slider.value / STEPS)));
  const slider = h("input", {
    type: "range",
    min: 0,
    max: STEPS,
    value: 0,
    "data-filter": "least",
    "aria-label": "The least strength of a line",
    on: { input: () => set({ least: value() }) },
  });
  const said = h("output", {});
  return {
    node: h("label", { class: "row" }, h("span", {}, "At least ", said), slider),
    update: ({ view, network }) => {
      most = Math.max(...network.edges.map(({ weight }) => strength(weight, view)), 2);
      if (value() !== view.least) slider.value = Math.round((Math.log(view.least) / Math.log(most)) * STEPS);
      said.textContent = figure(view.least);
      slider.setAttribute("aria-valuetext", figure(view.least));
    },
  };
}

function flag(label, key, explained, set) {
  const box = h("input", { type: "checkbox", "data-filter": key, on: { change: () => set({ [key]: box.checked }) } });
  const note = h("span", { class: "quiet" });
  return {
    node: h("label", { class: "check" }, box, h("span", {}, label, " ", note)),
    update: (state) => {
      box.checked = state.view[key];
      note.textContent = explained(state);
    },
  };
}

/** Which names are hubs in this network. */
function told({ network, view }) {
  const found = hubs(network, new Set(view.show.map(({ id }) => id)));
  const names = network.nodes.filter(({ id }) => found.has(id)).map(({ name }) => shortened(name, 30));
  if (!names.length) return "none here";
  const more = names.length > 4 ? ` and ${names.length - 4} more` : "";
  return `named with nearly everybody, by links that say little: ${names.slice(0, 4).join(", ")}${more}`;
}

function time(set) {
  const box = (key, label) =>
    h("input", {
      type: "text",
      inputmode: "numeric",
      maxlength: 7,
      placeholder: "any year",
      "data-filter": key,
      "aria-label": label,
      on: { change: (event) => /^(\d{4}(-\d\d)?)?$/.test(event.target.value) && set({ [key]: event.target.value }) },
    });
  const [from, to] = [box("from", "From year or month, as 2009 or 2009-07"), box("to", "To year or month, as 2009 or 2009-07")];
  const histogram = new Histogram((first, last) => set({ from: first, to: last }));
  const note = h("p", { class: "quiet" });
  return {
    node: h("fieldset", {}, h("legend", {}, "Date of the document"), histogram.node, h("p", { class: "range" }, from, " to ", to), note),
    update: ({ view, facets }) => {
      from.value = view.from;
      to.value = view.to;
      if (!facets) {
        note.textContent = "Counting the documents…";
        return;
      }
      const { bars, undated } = years(facets);
      histogram.update(bars, view);
      note.textContent = undated ? `${figure(undated)} undated` : "";
    },
  };
}

/** Words that documents bear, as switches: those chosen, and then the commonest. */
function chips(label, key, of, trail, said = (word) => word) {
  const list = h("ul", { class: "chips" });
  const options = h("datalist", { id: `all-${key}` });
  const other = h("input", {
    type: "text",
    list: `all-${key}`,
    placeholder: "another …",
    "aria-label": `Another ${label.toLowerCase()}`,
    on: { change: add },
  });
  function add() {
    const word = [...options.children].map(({ value }) => value).find((each) => each === other.value.trim());
    other.value = "";
    if (word) trail.go((view) => (view[key].includes(word) ? view : toggling(view, key, word)));
  }
  const node = h("fieldset", {}, h("legend", {}, label), list, other, options);
  return {
    node,
    update: ({ view, facets }) => {
      const known = facets ? words(facets, of) : [];
      const counts = new Map(known);
      const shown = [...new Set([...view[key], ...known.slice(0, TAGS).map(([word]) => word)])];
      node.hidden = !shown.length;
      other.hidden = known.length <= TAGS;
      const focused = list.contains(document.activeElement) ? document.activeElement.dataset.word : null;
      fill(
        list,
        ...shown.map((word) =>
          h(
            "li",
            {},
            h(
              "button",
              {
                type: "button",
                "data-word": word,
                "aria-pressed": String(view[key].includes(word)),
                on: { click: () => trail.go((now) => toggling(now, key, word)) },
              },
              said(shortened(word, 40)),
              h("span", { class: "weight" }, ` ${figure(counts.get(word) ?? 0)}`),
            ),
          ),
        ),
      );
      fill(options, ...known.slice(TAGS).map(([word]) => h("option", { value: word })));
      if (focused !== null) [...list.querySelectorAll("button")].find((b) => b.dataset.word === focused)?.focus();
    },
  };
}
