/** The keys that work anywhere on the page; those of the picture are among its gestures. */

const typing = (target) => target.closest?.("input:not([type=checkbox], [type=range]), select, textarea") !== null;

/** `act` has search, table, filters, help, undo, redo, close; `steps` finds the buttons of next and previous mention. */
export function listenKeys(act) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey) return;
    const command = event.ctrlKey || event.metaKey;
    if (typing(event.target)) return;
    const name = command ? `mod+${event.shiftKey ? "shift+" : ""}${event.key.toLowerCase()}` : event.key;
    const step = { n: "1", p: "-1" }[name];
    if (step) {
      document.querySelector(`[data-step="${step}"]`)?.click();
      return;
    }
    const doing = {
      "/": act.search,
      t: act.table,
      f: act.filters,
      "?": act.help,
      Escape: act.close,
      "mod+z": act.undo,
      "mod+shift+z": act.redo,
      "mod+y": act.redo,
    }[name];
    if (!doing) return;
    event.preventDefault();
    doing();
  });
}
