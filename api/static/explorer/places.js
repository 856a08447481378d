/**
 * Where the nodes stand, short enough for an address: `HASH.SPAN.PLACES`. The hash is that of the ids in their order,
 * so that places are used for the very nodes they were taken of; the span is the largest coordinate; and each place is
 * two numbers of twelve bits, in the order of the ids, four letters together.
 */

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const STEPS = 4095;

/** FNV-1a of 32 bits, written with the digits that addresses bear. */
function hash(ids) {
  let value = 0x811c9dc5;
  for (const letter of ids.join()) value = Math.imul(value ^ letter.charCodeAt(0), 0x01000193);
  return (value >>> 0).toString(36);
}

/** Write places ({id, x, y}, in any order). */
export function encode(nodes) {
  const sorted = [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (!sorted.length) return "";
  const span = Math.max(Math.ceil(Math.max(...sorted.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]))), 1);
  const short = (value) => {
    const step = Math.round(((value + span) / (2 * span)) * STEPS);
    return LETTERS[step >> 6] + LETTERS[step & 63];
  };
  const places = sorted.map(({ x, y }) => short(x) + short(y)).join("");
  return `${hash(sorted.map(({ id }) => id))}.${span.toString(36)}.${places}`;
}

/** Read places: a map of id to {x, y}; null where the text is not one of these nodes' places. */
export function decode(text, ids) {
  const sorted = [...ids].sort();
  const [head, width, letters] = text.split(".");
  const span = Number.parseInt(width, 36);
  if (!sorted.length || head !== hash(sorted) || letters?.length !== 4 * sorted.length || !(span > 0)) return null;
  const value = (at) => {
    const step = LETTERS.indexOf(letters[at]) * 64 + LETTERS.indexOf(letters[at + 1]);
    return (step / STEPS) * 2 * span - span;
  };
  return new Map(sorted.map((id, n) => [id, { x: value(4 * n), y: value(4 * n + 2) }]));
}
