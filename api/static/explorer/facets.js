/** What the links rest on, by document: for the filters that choose among documents. */

import { recall } from "./api.js";
import { yearly } from "./histogram.js";
import { tight } from "./words.js";

/** Whether a view chooses among documents, so that its links have to be counted anew. */
export function choosy(view) {
  return Boolean(view.from || view.to || view.doc.length || view.mark.length || view.tag.length);
}

const key = (a, b) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Ask what the links among some entities rest on: `documents`, each with the counts of every pair that it names. */
export async function facetsOf(ids) {
  const answer = await recall("/api/network/facets", { ids: [...ids].sort().join(",") });
  answer.counted ??= answer.documents.map((document) => ({
    ...document,
    marking: tight(document.marking),
    pairs: pairsOf(document, answer.ids),
  }));
  return { documents: answer.counted };
}

/** The pairs that one document names, by key: [passages, paragraphs]. */
function pairsOf({ paragraphs }, ids) {
  const pairs = new Map();
  const count = (named, place) => {
    for (let n = 0; n < named.length; n++) {
      for (let m = n + 1; m < named.length; m++) {
        const pair = key(ids[named[n]], ids[named[m]]);
        const counts = pairs.get(pair) ?? [0, 0];
        counts[place] += 1;
        pairs.set(pair, counts);
      }
    }
  };
  for (const passages of paragraphs) {
    passages.forEach((named) => count(named, 0));
    count([...new Set(passages.flat())], 1);
  }
  return pairs;
}

/** The documents that a view chooses. A date cut to its year or month falls into a range that holds all of it. */
function chosen({ documents }, { from, to, doc, mark, tag }) {
  return documents.filter(
    (document) =>
      (!doc.length || doc.includes(document.kind)) &&
      (!mark.length || mark.includes(document.marking)) &&
      (!tag.length || document.tags.some((each) => tag.includes(each))) &&
      (!from || (document.date !== null && document.date >= from)) &&
      (!to || (document.date !== null && document.date.slice(0, to.length) <= to)),
  );
}

/** Count every link anew over the chosen documents: by key, {passages, paragraphs, documents}. */
export function recount(facets, view) {
  const counts = new Map();
  for (const { pairs } of chosen(facets, view)) {
    for (const [pair, [passages, paragraphs]] of pairs) {
      const count = counts.get(pair) ?? { passages: 0, paragraphs: 0, documents: 0 };
      count.passages += passages;
      count.paragraphs += paragraphs;
      count.documents += 1;
      counts.set(pair, count);
    }
  }
  return counts;
}

export { key as pairKey };

/** How many documents fall into each year, the years between counted too: [[year, n], …], and how many bear no date. */
export function years({ documents }) {
  const counts = new Map();
  let undated = 0;
  for (const { date } of documents) {
    if (date) counts.set(date.slice(0, 4), (counts.get(date.slice(0, 4)) ?? 0) + 1);
    else undated += 1;
  }
  return { bars: yearly(counts), undated };
}

/** How many documents bear each word of a kind (`kind`, `marking`, `tags`), the commonest first. */
export function words({ documents }, of) {
  const counts = new Map();
  for (const document of documents) {
    for (const word of [document[of]].flat().filter(Boolean)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
