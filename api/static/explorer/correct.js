/** Where an entity is corrected: renamed, of another kind, no name, the same as another, split; each can be undone. */

import { entityPath, get, send } from "./api.js";
import { fill, h, named } from "./dom.js";
import { forgetEvidence } from "./evidence.js";
import { KINDS } from "./kinds.js";
import { fetched } from "./view.js";
import { count, day, shortened } from "./words.js";

const FOUND = 8;
const LISTED = 60;
/** By element, what was last asked to be foretold there. */
const latest = new WeakMap();

/** The section of the entity panel that corrections are made in; `tools` are {state, trail, scene, renew}. */
export function correcting(entity, tools) {
  const said = h("p", { class: "quiet", role: "status" });
  const form = h("div", { class: "correcting" });
  const desk = { entity, tools, form, said, asked: null };
  const choices = [
    ["Rename", renaming],
    ["Another kind", retyping],
    ["Same as …", joining],
    ["Split off …", splitting],
    ["No name", striking],
  ];
  const judged = h("div", { class: "judged" });
  history(desk, judged);
  return h(
    "section",
    { class: "correct" },
    h("h3", {}, "Correct"),
    h(
      "div",
      { class: "actions" },
      choices.map(([words, open]) => h("button", { type: "button", on: { click: () => open(desk) } }, words)),
    ),
    form,
    said,
    judged,
  );
}

/** Show a form; the first field gets the focus. `desk.asked` is another thing whenever another form is asked for, or none. */
function ask(desk, ...content) {
  desk.asked = {};
  const reason = h("input", { type: "text", maxlength: 2000, "aria-label": "Why (kept with it)", placeholder: "Why (kept with it)" });
  const close = h("button", { type: "button", on: { click: cancel } }, "Cancel");
  fill(desk.form, ...content, reason, close);
  desk.form.querySelector("input, select, button")?.focus();
  desk.form.scrollIntoView({ block: "nearest" });
  desk.said.textContent = "";
  function cancel() {
    desk.asked = {};
    fill(desk.form);
  }
  return reason;
}

function renaming(desk) {
  const name = h("input", { type: "text", maxlength: 300, "aria-label": "Its name", dir: "auto" });
  name.value = desk.entity.name;
  const keep = button("Rename", () => judge(desk, { decision: "rename", value: name.value }, reason));
  const reason = ask(desk, name, keep);
}

function retyping(desk) {
  const kind = h(
    "select",
    { "aria-label": "Its kind" },
    Object.entries(KINDS).map(([value, { one }]) => h("option", { value, selected: value === desk.entity.kind }, one)),
  );
  const keep = button("Change", () => judge(desk, { decision: "kind", value: kind.value }, reason));
  const reason = ask(desk, kind, keep);
}

async function striking(desk) {
  const effect = h("p", { class: "effect" });
  const reason = ask(desk, effect, button("Strike it out", () => judge(desk, { decision: "not a name" }, reason)));
  await foretell(desk, { decision: "not a name" }, effect);
}

/** Find the other one, look at the effect, and say that they are the same, or not. */
function joining(desk) {
  const found = h("ul", { class: "found" });
  const effect = h("p", { class: "effect" });
  const acts = h("div", { class: "actions" });
  const name = h("input", { type: "search", "aria-label": "The other name", placeholder: "The other name", autocomplete: "off" });
  let turn = 0;
  name.addEventListener("input", async () => {
    const mine = ++turn;
    blank(effect);
    fill(acts); // They are about the one that was chosen before.
    const rows = name.value.trim() ? (await get("/api/entities", { q: name.value, limit: FOUND + 1 }).catch(() => null)) : null;
    if (mine !== turn) return;
    const others = (rows?.items ?? []).filter(({ id }) => id !== desk.entity.id).slice(0, FOUND);
    fill(found, others.map((other) => h("li", {}, button(`${other.name} (${other.kind}, ${count(other.mentions, "mention")})`, () => choose(other)))));
    found.scrollIntoView({ block: "nearest" });
  });
  const choose = async (other) => {
    turn += 1;
    name.value = other.name;
    fill(found);
    const judged = (decision) => judge(desk, { decision, other: other.id }, reason);
    fill(acts, button("The same", () => judged("same")), button("Not the same", () => judged("not the same")));
    await foretell(desk, { decision: "same", other: other.id }, effect);
  };
  const reason = ask(desk, name, found, effect, acts);
}

/** Choose documents whose mentions are another thing's. */
async function splitting(desk) {
  const asked = {};
  desk.asked = asked;
  let listed;
  try {
    listed = await get(entityPath(desk.entity.id, "/sources"), { limit: LISTED });
  } catch (error) {
    if (desk.asked === asked) fail(desk, error);
    return;
  }
  if (desk.asked !== asked) return; // Another form is open by now.
  const name = h("input", { type: "text", maxlength: 300, "aria-label": "What it is called then", placeholder: "What it is called then", dir: "auto" });
  const effect = h("p", { class: "effect", role: "status" });
  const boxes = listed.items.map(({ document, names }) => {
    const box = h("input", { type: "checkbox", value: document.id });
    const called = names.map((each) => `${each.name} × ${each.mentions}`).join("; ");
    const title = [day(document.date), shortened(document.subject || document.path, 70)].join(", ");
    return h("li", {}, h("label", {}, box, " ", named(called), h("span", { class: "quiet" }, ` ${title}`)));
  });
  const list = h("ul", { class: "found" }, boxes);
  const chosen = () => [...list.querySelectorAll("input:checked")].map((box) => box.value);
  list.addEventListener("change", () => {
    if (chosen().length) foretell(desk, { decision: "split", documents: chosen() }, effect);
    else blank(effect);
  });
  const split = button("Split off", () => judge(desk, { decision: "split", documents: chosen(), value: name.value }, reason));
  const more = listed.next ? h("p", { class: "quiet" }, `These are the newest ${LISTED}.`) : null;
  const reason = ask(desk, h("p", {}, "What these documents name is another one:"), list, more, name, effect, split);
}

/** Say in `where` what a judgement would do, unless something else is asked there by then. */
async function foretell(desk, saying, where) {
  const query = new URLSearchParams([["entity", desk.entity.id]]);
  for (const [key, value] of Object.entries(saying)) [value].flat().forEach((one) => query.append(key, one));
  latest.set(where, query);
  const wanted = () => where.isConnected && latest.get(where) === query;
  try {
    const { words } = await get(`/api/judgements/preview?${query}`);
    if (!wanted()) return;
    fill(where, words);
    desk.form.scrollIntoView({ block: "nearest" });
  } catch (error) {
    if (!wanted()) return;
    fill(where);
    fail(desk, error);
  }
}

function blank(where) {
  latest.delete(where);
  fill(where);
}

async function judge(desk, saying, reason) {
  try {
    const made = await send("POST", "/api/judgements", { ...saying, entity: desk.entity.id, reason: reason.value });
    await moved(desk, made.item);
  } catch (error) {
    fail(desk, error);
  }
}

async function history(desk, where) {
  const found = await get("/api/judgements", { entity: desk.entity.id, limit: LISTED }).catch(() => null);
  if (!found?.items.length) return;
  const undo = (item) => async () => {
    try {
      await moved(desk, (await send("POST", `/api/judgements/${encodeURIComponent(item.id)}/undo`, {})).item);
    } catch (error) {
      fail(desk, error);
    }
  };
  fill(
    where,
    h(
      "ul",
      { class: "posts" },
      found.items.map((item) =>
        h(
          "li",
          { class: item.undone || item.overruled ? "quiet" : null },
          named(item.words),
          h("span", { class: "quiet" }, ` (${item.by}, ${day(item.at.slice(0, 10))}${item.why ? `: ${item.why}` : ""}) `),
          item.undone ? "taken back" : button("Undo", undo(item), "plain"),
          item.overruled && !item.undone ? " overruled" : null,
        ),
      ),
    ),
  );
}

/** Show what the entity is now: itself, the one that it became, or nothing more. */
async function moved(desk, item) {
  const now = [item.entity.now, item.other?.now].find((id) => id === desk.entity.id) ?? item.entity.now;
  const { state, trail, scene, renew } = desk.tools;
  const before = fetched(state.value.view);
  forgetEvidence();
  if (now !== desk.entity.id) {
    const become = ({ id, ...rest }) => ({ id: now, ...rest });
    trail.go((view) => ({
      ...view,
      show: view.show.flatMap((shown) => (shown.id !== desk.entity.id ? [shown] : now ? [become(shown)] : [])),
      panel: now ? { entity: now } : null,
    }));
  }
  // A changed view, and another entity's panel, are asked for by the page itself.
  if (fetched(state.value.view) === before) await scene.reload(now === desk.entity.id ? renew : undefined);
}

function fail(desk, error) {
  desk.said.textContent = error.message;
}

function button(words, act, look = null) {
  return h("button", { type: "button", class: look, on: { click: act } }, named(words));
}
