/** Figures, dates and places in documents, in words. */

const NUMBER = new Intl.NumberFormat("en");
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const SOURCES = {
  sent: "the date it was sent",
  stamped: "the date stamped on it",
  number: "the year in its number",
  filename: "read from the file’s name",
};
export const SCOPES = { passage: "Same sentence", paragraph: "Same paragraph", document: "Same document" };
export const MEASURES = { count: "how often", documents: "documents", significance: "significance" };
export const KINDS_OF_DOCUMENTS = { cable: "Cable", foia: "FOIA release", email: "Mail", text: "Text" };
const SCOPED = {
  passage: ["sentence", "sentences"],
  paragraph: ["paragraph", "paragraphs"],
  document: ["document", "documents"],
};

export function figure(n) {
  return NUMBER.format(n);
}

export function count(n, one, many = `${one}s`) {
  return `${figure(n)} ${n === 1 ? one : many}`;
}

export function scoped(n, scope) {
  return count(n, ...SCOPED[scope]);
}

/** How strong a link is, in words: by what the view measures. */
export function measured(strength, { by, scope }) {
  if (by === "documents") return scoped(strength, "document");
  if (by === "significance") return `significance ${figure(Math.round(strength))}`;
  return scoped(strength, scope);
}

/** A marking without the gaps that cables put between its letters: `S E C R E T NOFORN` is `SECRET NOFORN`. */
export function tight(marking) {
  return marking.replace(/\b(?:[A-Z] ){2,}[A-Z]\b/g, (letters) => letters.replaceAll(" ", ""));
}

/** A date cut to its precision (`2009-12-17`, `2009-12`, `2009`) as people write it. */
export function day(value) {
  if (!value) return "undated";
  const parts = value.split("-").map(Number);
  if (parts.some(Number.isNaN) || parts.length === 1) return value;
  const date = new Date(Date.UTC(parts[0], parts[1] - 1, parts[2] ?? 1));
  return (parts.length === 2 ? MONTH : DAY).format(date);
}

/** A document's date with where it was read, which a reader has to know before leaning on it. */
export function dated(document) {
  if (!document.date) return "undated";
  const source = SOURCES[document.date_source];
  return source ? `${day(document.date)} (${source})` : day(document.date);
}

/** Where in its document a passage stands. */
export function standing(passage) {
  if (passage.paragraph !== null && passage.paragraph !== undefined) return `paragraph ${passage.paragraph}`;
  return (
    {
      subject: "subject line",
      heading: "heading",
      header: "header",
      address: "address lines",
      signature: "signature",
      clearance: "clearance block",
      stamp: "stamp",
    }[passage.part] ?? ""
  );
}

/** What a document is called in a list. */
export function titled(document) {
  return document.subject || document.path || document.id;
}

/** A name cut to `length` characters at most, counted as people count them. */
export function shortened(text, length) {
  const letters = Array.from(text);
  return letters.length <= length
    ? text
    : `${letters
        .slice(0, length - 1)
        .join("")
        .trimEnd()}…`;
}
