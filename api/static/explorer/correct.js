/** Where an entity is corrected: nothing yet. */

/** Fill the section of the entity panel that corrections are made in. */
export function mount(section) {
  section.remove();
}
