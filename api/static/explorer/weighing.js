/** What the counts of a link mean, in words: how often, and how often chance would have had it. */

import { h } from "./dom.js";
import { figure, scoped } from "./words.js";

/** What a log-likelihood ratio says: 10.83 and 3.84 leave chance one case in a thousand and one in twenty. */
const SENSE = [
  [10.83, "clearly more than chance would have it"],
  [3.84, "more than chance would have it"],
  [0, "hardly more than chance would have it"],
  [-Infinity, "no more than chance would have it"],
];

const about = (n) => (n >= 9.95 ? figure(Math.round(n)) : n >= 0.095 ? n.toFixed(1) : n.toFixed(2));

/** The counts, and observed against expected, as two sentences; null without a weight. */
export function weighed(weight) {
  if (!weight) return null;
  const counts = `${scoped(weight.passages, "passage")} in ${scoped(weight.paragraphs, "paragraph")} of ${scoped(weight.documents, "document")}.`;
  if (weight.llr === null) return h("p", {}, counts);
  return h("p", {}, counts, " ", h("span", { class: "quiet chance" }, chance(weight)));
}

function chance({ llr, observed, expected, q }) {
  const [, more] = SENSE.find(([least]) => llr > least);
  const doubtful = llr > 3.84 && q > 0.05;
  const sense = doubtful ? `${more}, though among so many pairs some come so near by chance` : more;
  const figures = [
    `log-likelihood ratio ${llr.toFixed(1)}`,
    q === null || q === undefined ? null : `false-discovery rate ${q < 0.001 ? "below 0.1" : figure(Number((100 * q).toPrecision(2)))} %`,
  ];
  const said = `(${figures.filter(Boolean).join(", ")}).`;
  if (observed === null || observed === undefined || expected === null) return `That is ${sense} ${said}`;
  const times = expected > 0 && observed > expected ? `, ${about(observed / expected)} times as many` : "";
  return `If names fell into paragraphs by chance, ${about(expected)} would hold both; ${about(observed)} do${times}: ${sense} ${said}`;
}

/**
 * How much a text is likely to tell of the two: names near each other with words of a sentence between them tell more
 * than names in a list, or far apart. From 0 to 1; a reader's verdict against it makes it 0.
 */
export function telling({ text, a, b, part, verdicts = [] }) {
  if (verdicts.some(({ verdict }) => verdict !== "real")) return 0;
  const letters = Array.from(text);
  let best = 0;
  for (const one of a) {
    for (const other of b) {
      const [first, second] = one.start < other.start ? [one, other] : [other, one];
      const between = letters.slice(first.end, second.start).join("");
      const words = between.split(/\s+/).filter((word) => /^\p{Ll}{2,}/u.test(word)).length;
      const commas = (between.match(/[,;/]/g) ?? []).length;
      best = Math.max(best, Math.min(words, 6) / 6 / (1 + commas / 2) / (1 + between.length / 160));
    }
  }
  const listed = (text.match(/[,;]/g) ?? []).length / Math.max(letters.length / 60, 1);
  const prose = part === "body" ? 1 : 0.6;
  const real = verdicts.length ? 1 : 0.8;
  return (prose * real * (best + 0.05)) / (1 + Math.max(0, listed - 1)) / 1.05;
}
