/** Where an entity is corrected (same as, rename, strike): a section that the module of corrections fills. */

import { mount } from "./correct.js";
import { h } from "./dom.js";

/** The section of the panel that corrections are made in; `tools` are {state, trail, reload}. */
export function correcting(entity, tools) {
  const section = h("section", { class: "correct", "data-entity": entity.id });
  queueMicrotask(() => mount(section, entity, tools));
  return section;
}
