/** What the panel says before anything is chosen: how to begin, what is in the store, and what a line does not mean. */

import { recall } from "./api.js";
import { h } from "./dom.js";
import { figure } from "./words.js";

const QUIET = 4000;
let touched = 0;
for (const event of ["pointerdown", "keydown"]) addEventListener(event, () => (touched = performance.now()), { passive: true });
const sum = (counts) => Object.values(counts).reduce((total, n) => total + n, 0);

export async function startPanel() {
  const stats = await recall("/api/stats");
  const documents = sum(stats.documents);
  if (!documents) return emptyPanel();
  return [
    h("h2", { tabindex: "-1" }, "Who is named with whom"),
    h(
      "p",
      { class: "lead" },
      "The picture shows the names that stand most often in these documents. A line joins two names that stand in one sentence.",
    ),
    h(
      "ul",
      { class: "hints" },
      h(
        "li",
        {},
        h("b", {}, "Search"),
        " for a name to start from it. ",
        h("kbd", {}, "/"),
        " takes you to the search box.",
      ),
      h(
        "li",
        {},
        h("b", {}, "Click a name"),
        " to read who it is and to see its neighbours; double click for more of them. Undo takes them back.",
      ),
      h("li", {}, h("b", {}, "Click a line"), " to read every sentence that holds both names."),
    ),
    h(
      "dl",
      { class: "figures" },
      ...[
        [documents, documents === 1 ? "document" : "documents"],
        [sum(stats.entities), "names"],
        [stats.mentions, "mentions"],
        [stats.links, "links"],
      ].map(([n, word]) => h("div", {}, h("dt", {}, word), h("dd", {}, figure(n)))),
    ),
    h(
      "p",
      { class: "quiet" },
      `Sentences read: ${figure(stats.passages)}. The names were found by a program: it errs, so read the sentence before you lean on a line.`,
    ),
    review(),
  ];
}

/**
 * The way to the review. How many pairs wait is asked for only when all is at rest and the reader stays on this panel
 * without a key or a click: comparing the names of a large store takes the service some seconds, once.
 */
function review() {
  const words = h("a", { href: "/review" }, "Review names that may be one");
  const line = h("p", {}, words, ".");
  const ask = async () => {
    if (!line.isConnected) return;
    if (document.querySelector("[aria-busy=true]") || performance.now() - touched < QUIET) return void setTimeout(ask, QUIET);
    const found = await recall("/api/review", { limit: 1 }).catch(() => null);
    if (!found) return;
    const pairs = (found.note ?? "").split(" ")[0];
    if (found.items.length) words.textContent = `Review ${pairs} ${pairs === "1" ? "pair" : "pairs"} of names that may be one`;
    else line.replaceChildren("No pair of names waits for a ", h("a", { href: "/review" }, "review"), ".");
  };
  setTimeout(ask, QUIET);
  return line;
}

function emptyPanel() {
  return [
    h("h2", { tabindex: "-1" }, "This store is empty"),
    h("p", { class: "lead" }, "No document has been loaded yet, so there is nothing to draw."),
    h("p", {}, "Load a folder of documents on the command line, then reload this page:"),
    h("pre", { class: "command", tabindex: "0" }, "trama load FOLDER"),
    h("p", { class: "quiet" }, "The bundled samples come with ", h("code", {}, "trama demo"), "."),
  ];
}

/** What stands in the picture's place when there is nothing to draw. */
export function emptySentence({ documents }) {
  return sum(documents)
    ? "No name was found in the documents loaded so far."
    : "Nothing to draw yet: no document is loaded.";
}
