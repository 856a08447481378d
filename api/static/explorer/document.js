/** The panel of one document, as a reader sees it: its passages, the names in them marked, what was blacked out. */

import { documentPath, recall } from "./api.js";
import { h, named } from "./dom.js";
import { kindOf } from "./kinds.js";
import { marked } from "./text.js";
import { format } from "./view.js";
import { dated, KINDS_OF_DOCUMENTS, tight, titled } from "./words.js";

export async function documentPanel({ document: id, passage, marks }, view) {
  const detail = await recall(documentPath(id));
  const { document } = detail;
  const text = h(
    "div",
    { class: "document" },
    blocks(detail.passages).map((block) => paragraph(block, passage, marks, view)),
  );
  return [
    h("p", { class: "kicker" }, [KINDS_OF_DOCUMENTS[document.kind] ?? document.kind, tight(document.marking)].filter(Boolean).join(" · ")),
    h("h2", { tabindex: "-1" }, named(titled(document))),
    facts(detail),
    forms(detail, view),
    steps(text, marks),
    text,
    source(detail),
  ];
}

function facts({ document, numbers, tags }) {
  const rows = [
    ["Date", dated(document)],
    ["From", document.origin],
    ...Object.entries(numbers).map(([name, value]) => [`${name[0].toUpperCase()}${name.slice(1)} number`, value]),
    ["Tags", tags.join(", ")],
    ["File", document.path],
  ].filter(([, value]) => value);
  return h(
    "dl",
    { class: "facts" },
    rows.map(([term, value]) => h("div", {}, h("dt", {}, term), h("dd", {}, named(value)))),
  );
}

/** The document's other forms: they say the same, and are counted once. */
function forms({ version_of: of, versions }, view) {
  const others = of ? [of] : versions;
  if (!others.length) return null;
  return h(
    "div",
    { class: "forms" },
    h("p", { class: "quiet" }, of ? "Another form of this document, which counts for both:" : "The same text stands in:"),
    h(
      "ul",
      {},
      others.map((other) =>
        h(
          "li",
          {},
          h("a", { href: format({ ...view, panel: { document: other.id, passage: null, marks: [] } }) }, named(titled(other))),
          " ",
          h("span", { class: "quiet" }, other.path),
        ),
      ),
    ),
  );
}

/** Passages that make one paragraph, together. */
function blocks(passages) {
  const groups = [];
  for (const passage of passages) {
    const last = groups.at(-1);
    if (last && last[0].block === passage.block && last[0].part === passage.part) last.push(passage);
    else groups.push([passage]);
  }
  return groups;
}

function paragraph(block, here, marks, view) {
  const [first] = block;
  const {
    paragraph: number,
    marking,
    part,
  } = block.find((passage) => passage.paragraph !== null || passage.marking) ?? first;
  const margin =
    number !== null || marking
      ? h(
          "span",
          { class: "margin" },
          number === null ? null : h("span", {}, `${number}`),
          marking ? h("span", { class: "portion" }, `(${marking})`) : null,
        )
      : null;
  const tag = part === "heading" || part === "subject" ? "h3" : "p";
  return h(
    "div",
    { class: `block ${part}` },
    margin,
    h(
      tag,
      { dir: "auto" },
      block.flatMap((passage) => [sentence(passage, here, marks, view), " "]),
    ),
  );
}

function sentence(passage, here, marks, view) {
  const spans = [...passage.mentions, ...passage.redactions.map((span) => ({ ...span, redaction: true }))];
  const words = marked(passage.text, spans, (span, text) =>
    span.redaction ? redacted(text) : mention(span, text, marks, view),
  );
  return h(
    "span",
    { class: passage.passage === here ? "passage here" : "passage", "data-here": passage.passage === here },
    words,
  );
}

function redacted(text) {
  return h(
    "span",
    { class: "redacted", title: `Blacked out: ${text}` },
    h("span", { class: "hidden" }, "blacked out: "),
    text,
  );
}

function mention({ entity, name, kind }, text, marks, view) {
  const sought = !marks.length || marks.includes(entity);
  const end = ["a", "b"][marks.indexOf(entity)] ?? "";
  return h(
    "a",
    {
      class: `mention ${kind} ${end}`,
      href: format({ ...view, panel: { entity } }),
      title: `${name}: ${kindOf(kind).one}`,
      "data-sought": sought,
    },
    text,
  );
}

/** Going from one mention to the next: of the entities that brought the reader here, or else of all. */
function steps(text, marks) {
  const sought = [...text.querySelectorAll("[data-sought]")];
  if (!sought.length) return null;
  const here = text.querySelector("[data-here]");
  let at = -1;
  const place = h("span", { role: "status" }, `${sought.length} ${marks.length ? "of their mentions" : "mentions"}`);
  const go = (by) => {
    if (at < 0 && here) at = sought.findIndex((mark) => here.contains(mark)) - (by > 0 ? 1 : 0);
    at = (at + by + sought.length) % sought.length;
    sought[at].scrollIntoView({ block: "center" });
    sought[at].focus({ preventScroll: true });
    place.textContent = `${at + 1} of ${sought.length}`;
  };
  const button = (label, words, by, key) =>
    h(
      "button",
      { type: "button", "aria-label": label, title: key, "data-step": by, on: { click: () => go(by) } },
      words,
    );
  return h(
    "div",
    { class: "steps" },
    button("Previous mention", "↑", -1, "p"),
    button("Next mention", "↓", 1, "n"),
    place,
  );
}

function source({ text }) {
  const details = h("details", { class: "source-text" }, h("summary", {}, "The source text as stored"));
  details.addEventListener(
    "toggle",
    () => details.querySelector("pre") ?? details.append(h("pre", { tabindex: "0" }, text)),
    { once: true },
  );
  return details;
}
