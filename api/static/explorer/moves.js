/** What a reader does to a view: each move makes a new view from the present one. */

import { MOST, OVERVIEW, START, STEP } from "./view.js";

const without = (list, ...gone) => list.filter((each) => !gone.includes(each));

/** Add an entity with its strongest neighbours; from the overview it takes the overview's place. */
export function starting(view, id) {
  const kept = view.show.filter((shown) => shown.id !== OVERVIEW);
  const known = kept.some((shown) => shown.id === id);
  return {
    ...view,
    show: known ? kept : [...kept, { id, count: STEP }],
    hide: without(view.hide, id),
    panel: { entity: id },
  };
}

/** Draw more of an entity's neighbours, beside what is drawn already. */
export function expanding(view, id) {
  const known = view.show.some((shown) => shown.id === id);
  const show = known
    ? view.show.map((shown) => (shown.id === id ? { id, count: Math.min(shown.count + STEP, MOST) } : shown))
    : [...view.show, { id, count: STEP }];
  return { ...view, show, hide: without(view.hide, id) };
}

/** Read about an entity, and draw its strongest neighbours where they were not asked for yet. */
export function choosing(view, id) {
  const known = view.show.some((shown) => shown.id === id);
  return { ...(known ? view : expanding(view, id)), panel: { entity: id } };
}

/** Draw an entity, without its neighbours, where it is not drawn. */
export function adding(view, id) {
  if (view.show.some((shown) => shown.id === id)) return { ...view, hide: without(view.hide, id) };
  return { ...view, show: [...view.show, { id, count: 0 }], hide: without(view.hide, id) };
}

/** Take entities out of the picture, with the neighbours that only they brought in. */
export function hiding(view, ...gone) {
  const show = view.show.filter((shown) => !gone.includes(shown.id));
  const read = view.panel?.entity ? [view.panel.entity] : (view.panel?.link ?? view.panel?.some ?? []);
  const panel = read.some((id) => gone.includes(id)) ? null : view.panel;
  if (!show.length) return { ...START, scope: view.scope, off: view.off, table: view.table };
  return { ...view, show, hide: [...without(view.hide, ...gone), ...gone], panel };
}

/** Draw these entities and no other. */
export function keeping(view, ids) {
  return { ...view, show: ids.map((id) => ({ id, count: 0 })), hide: [] };
}

/** Take an entity into the chosen ones, or out of them. */
export function choosingToo(view, id) {
  const before = view.panel?.some ?? (view.panel?.entity ? [view.panel.entity] : []);
  const some = before.includes(id) ? without(before, id) : [...before, id];
  return { ...view, panel: some.length ? { some } : null };
}

/** Take a word into one of the view's lists of words (kinds switched off, tags asked for), or out of it. */
export function toggling(view, list, word) {
  return {
    ...view,
    [list]: view[list].includes(word) ? without(view[list], word) : [...view[list], word],
  };
}

/** Switch all filters off, and bring back what was hidden. */
export function showingAll(view) {
  const { hide, off, least, chance, hubs, obey, from, to, doc, mark, tag } = START;
  return { ...view, hide, off, least, chance, hubs, obey, from, to, doc, mark, tag };
}
