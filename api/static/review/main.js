/** Review: pairs of names that may be the same, one at a time, judged by buttons or keys; each judgement can be undone. */

import { Problem, get, send } from "../explorer/api.js";
import { fill, h } from "../explorer/dom.js";
import { KINDS } from "../explorer/kinds.js";
import { figure } from "../explorer/words.js";
import { side } from "./side.js";

const AHEAD = 10;
const at = (id) => document.getElementById(id);

/**
 * The pairs read so far, which one is looked at, the cursor of those after them (null: none), whether a judgement has
 * `changed` what waits since they were read, and what was judged here.
 */
const desk = { pairs: [], here: 0, note: "", next: null, changed: false, judged: [], busy: false };
let turn = 0;

/**
 * Read pairs until number `here` is among them, and look at it, or at the last: on from those at hand, or from the
 * beginning for the first one and where what waits has changed. Resolves to whether it was read.
 */
async function read(here = 0) {
  const mine = ++turn;
  const on = here > 0 && !desk.changed;
  let [pairs, next] = on ? [desk.pairs, desk.next] : [[], ""];
  document.body.setAttribute("aria-busy", "true");
  say(desk.pairs.length ? "" : "Comparing names. In a large store this takes a while the first time.");
  try {
    const asked = { kind: at("kind").value, unsure: at("unsure").checked || "", limit: AHEAD };
    do {
      const found = await get("/api/review", { ...asked, cursor: next });
      if (mine !== turn) return false;
      pairs = [...pairs, ...found.items];
      next = found.next;
      desk.note = found.note;
    } while (next !== null && pairs.length <= here);
    Object.assign(desk, { pairs, next, changed: false, here: Math.max(Math.min(here, pairs.length - 1), 0) });
    say("");
    show();
    return true;
  } catch (error) {
    if (mine === turn) trouble(error);
    return false;
  } finally {
    if (mine === turn) document.body.removeAttribute("aria-busy");
  }
}

function show() {
  const pair = desk.pairs[desk.here];
  at("sides").hidden = at("why").hidden = at("effect").hidden = !pair;
  at("empty").hidden = Boolean(pair);
  for (const id of ["same", "not", "leave"]) at(id).disabled = !pair;
  at("before").disabled = desk.here === 0;
  at("after").disabled = desk.here >= desk.pairs.length - 1 && desk.next === null;
  at("undo").disabled = desk.judged.length === 0;
  if (!pair) return nothing();
  const many = desk.pairs.length;
  const place = desk.next === null ? `${desk.here + 1} of ${figure(many)} pairs` : `pair ${desk.here + 1} · ${desk.note}`;
  fill(at("why"), h("b", {}, `${Math.round(pair.score * 100)} %`), ` · ${pair.reasons.join(" · ")} · ${place}`);
  fill(at("sides"), side(pair.left, "a"), side(pair.right, "b"));
  fill(at("effect"), h("b", {}, "If they are the same: "), pair.effect.words);
}

function nothing() {
  const filtered = at("kind").value || at("unsure").checked;
  fill(
    at("empty"),
    filtered
      ? "No pair of this kind waits."
      : "No pair waits to be judged. Load documents, and names that may be one are found here.",
    " ",
    h("a", { href: "/" }, "Back to the picture"),
  );
}

async function judge(decision) {
  const pair = desk.pairs[desk.here];
  if (!pair || desk.busy) return;
  await work(async () => {
    const saying = { decision, entity: pair.left.entity.id, other: pair.right.entity.id };
    const made = await send("POST", "/api/judgements", saying);
    desk.judged.push(made.item);
    const place = desk.pairs.indexOf(pair);
    if (place >= 0) desk.pairs.splice(place, 1);
    desk.changed = true;
    // After "same" whatever waits beside it may have changed: one of the two has a new name, or is no more. And where
    // other pairs were read meanwhile, the one that was judged may be among them once more.
    const known = (decision !== "same" && place >= 0 && desk.here < desk.pairs.length) || (await read(desk.here));
    desk.here = Math.max(Math.min(desk.here, desk.pairs.length - 1), 0);
    if (known || desk.pairs.length) show();
    if (known) say(`${upper(made.item.words)}.`);
  });
}

async function undo() {
  const last = desk.judged.at(-1);
  if (!last || desk.busy) return;
  await work(async () => {
    await send("POST", `/api/judgements/${encodeURIComponent(last.id)}/undo`, {});
    desk.judged.pop();
    desk.changed = true;
    if (!(await read(desk.here))) return;
    const again = desk.pairs.findIndex(
      ({ left, right }) => [left, right].every((end) => [last.entity.id, last.other.id].includes(end.entity.id)),
    );
    if (again >= 0) desk.here = again;
    show();
    say(`Taken back: ${last.words}.`);
  });
}

async function work(what) {
  desk.busy = at("kind").disabled = at("unsure").disabled = true;
  document.body.setAttribute("aria-busy", "true");
  try {
    await what();
  } catch (error) {
    trouble(error);
  } finally {
    desk.busy = at("kind").disabled = at("unsure").disabled = false;
    document.body.removeAttribute("aria-busy");
  }
}

async function turnTo(step) {
  const there = desk.here + step;
  if (there < 0 || desk.busy || (there >= desk.pairs.length && desk.next === null)) return;
  if (there >= desk.pairs.length) return work(() => read(there));
  desk.here = there;
  show();
}

function trouble(error) {
  const away = error instanceof Problem && (error.status === 503 || error.status === 0);
  say(error.message, " ", h("button", { type: "button", on: { click: () => read() } }, away ? "Try again" : "Read again"));
}

function say(...content) {
  fill(at("said"), ...content);
}

function upper(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const KEYS = {
  s: () => judge("same"),
  n: () => judge("not the same"),
  u: () => judge("unsure"),
  z: undo,
  ArrowLeft: () => turnTo(-1),
  ArrowRight: () => turnTo(1),
};

fill(
  at("kind"),
  h("option", { value: "" }, "any kind"),
  Object.entries(KINDS).map(([kind, { many }]) => h("option", { value: kind }, many.toLowerCase())),
);
at("kind").addEventListener("change", () => read());
at("unsure").addEventListener("change", () => read());
at("same").addEventListener("click", KEYS.s);
at("not").addEventListener("click", KEYS.n);
at("leave").addEventListener("click", KEYS.u);
at("undo").addEventListener("click", undo);
at("before").addEventListener("click", KEYS.ArrowLeft);
at("after").addEventListener("click", KEYS.ArrowRight);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest("select, input")) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
show();
at("empty").hidden = true;
read();
