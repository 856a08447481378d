/** A reader's verdict on an edge or on one sentence: chosen from four words, kept in the store, taken back at any time. */

import { send } from "./api.js";
import { h } from "./dom.js";

/** What each word means; all but the first say that there is no link. */
const OPINIONS = {
  real: "a real link",
  "mere list": "the names only stand in one list",
  denial: "the text denies a link",
  "wrong person": "a namesake, or misread",
};

/**
 * The choice of a verdict. `about` is {a, b} or {a, b, document, passage}; `standing` the verdict that stands ({id,
 * verdict, by, at}) or null; `changed` is called after each change.
 */
export function verdict(about, standing, changed) {
  const on = about.document ? "this sentence" : "this link";
  const word = h("span", { class: "quiet", role: "status" }, standing ? signed(standing) : "");
  const select = h(
    "select",
    { class: standing ? `verdict ${standing.verdict === "real" ? "for" : "against"}` : "verdict", "aria-label": `Your verdict on ${on}` },
    h("option", { value: "" }, standing ? "no verdict" : "verdict …"),
    Object.entries(OPINIONS).map(([value, meaning]) => h("option", { value, title: meaning }, value)),
  );
  select.value = standing?.verdict ?? "";
  select.addEventListener("change", async () => {
    select.disabled = true;
    try {
      if (select.value) await send("POST", "/api/verdicts", { ...about, verdict: select.value });
      else if (standing) await send("DELETE", `/api/verdicts/${encodeURIComponent(standing.id)}`);
      changed();
    } catch (error) {
      word.textContent = error.message;
      select.value = standing?.verdict ?? "";
    }
    select.disabled = false;
  });
  return h("span", { class: "judging" }, select, word);
}

function signed({ by, at }) {
  return [by, at?.slice(0, 10)].filter(Boolean).join(", ");
}
