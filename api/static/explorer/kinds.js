/** The kinds of entities: their words, their icons, and their colours, which the style sheet holds. */

import { h, icon } from "./dom.js";

/** So many groups have a colour of their own; the last colour is that of all others. */
export const GROUPS = 8;

/** In the order of the legend. Each kind has a silhouette of its own, so that colour never stands alone. */
export const KINDS = {
  cartel: {
    one: "cartel",
    many: "Cartels",
    path:
      "M8 1.2a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8zM3.7 9.3a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8zM12.3 9.3a2.4 2.4 0 1 1 " +
      "0 4.8 2.4 2.4 0 0 1 0-4.8zM6.7 5.3L4.2 9.6l1.2.7 2.5-4.3zM9.3 5.3l2.5 4.3-1.2.7-2.5-4.3zM5.6 11h4.8v1.4H5.6z",
  },
  trafficker: {
    one: "trafficker",
    many: "Traffickers",
    path: "M2.4 5.2h11.2v1.5H2.4zM4.8 5.2L5.6 1.6h4.8l.8 3.6zM5.2 7.2h5.6a2.8 2.8 0 0 1-5.6 0zM2.3 14.6c0-2.7 2.4-4.2 5.7-4.2s5.7 1.5 5.7 4.2z",
  },
  agency: {
    one: "agency",
    many: "Agencies",
    path: "M8 1.3L14.6 5v1.4H1.4V5zM2.9 7.2h2v4.4h-2zM7 7.2h2v4.4H7zM11.1 7.2h2v4.4h-2zM1.7 12.5h12.6v1.8H1.7z",
  },
  official: {
    one: "official",
    many: "Officials",
    path: "M8 1l2.1 4.5 4.9.6-3.6 3.4.9 4.9L8 12l-4.3 2.4.9-4.9L1 6.1l4.9-.6z",
  },
  person: {
    one: "person",
    many: "People",
    path: "M8 1.8a3.1 3.1 0 1 1 0 6.2 3.1 3.1 0 0 1 0-6.2zM2.3 14.4c0-3.2 2.4-5.2 5.7-5.2s5.7 2 5.7 5.2z",
  },
  organization: {
    one: "organization",
    many: "Organizations",
    path: "M3.2 1.2h1.6v13.6H3.2zM5.6 2h8l-2.2 3.1 2.2 3.1h-8z",
  },
  place: {
    one: "place",
    many: "Places",
    path: "M8 1.2a4.8 4.8 0 0 1 4.8 4.8c0 3.5-4.8 9-4.8 9S3.2 9.5 3.2 6A4.8 4.8 0 0 1 8 1.2zM8 4.1a1.9 1.9 0 1 0 0 3.8 1.9 1.9 0 0 0 0-3.8z",
  },
};

/** A kind's entry; one that this page does not know yet is shown as a person without a face. */
export function kindOf(kind) {
  return KINDS[kind] ?? { one: kind, many: kind, path: KINDS.person.path };
}

/** The round badge of a kind: its icon in white on its colour. */
export function badge(kind) {
  return h(
    "span",
    { class: `badge ${KINDS[kind] ? kind : "person"}`, title: kindOf(kind).one },
    icon(kindOf(kind).path),
  );
}

/** The colours of the picture as the style sheet has them now; they change with the system's setting. */
export function palette() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(name).trim();
  const colours = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, read(`--${kind}`)]));
  return {
    ...colours,
    ...Object.fromEntries(Array.from({ length: GROUPS + 1 }, (_, n) => [`group${n}`, read(`--group-${n}`)])),
    paper: read("--paper"),
    ink: read("--ink"),
    soft: read("--soft"),
    thread: read("--thread"),
    strong: read("--thread-strong"),
    accent: read("--accent"),
    faded: read("--faded"),
  };
}
