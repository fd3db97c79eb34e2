/**
 * / and Ctrl+K lead to a field from wherever one does not type; an Arabic keyboard has ظ on the key of the slash.
 * @module
 */

/** @param {EventTarget | null} target */
const types = (target) => target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

/** @param {KeyboardEvent} event @returns {boolean} */
function asks({ key, code, ctrlKey, metaKey, altKey, shiftKey }) {
  if (altKey) return false;
  if (ctrlKey || metaKey) return !shiftKey && (code === "KeyK" || key === "k");
  return key === "/" || (key === "\u0638" && code === "Slash");
}

/** @param {HTMLInputElement} field @param {string} told What its tooltip says of it. */
export function shortcut(field, told) {
  field.title = told;
  field.setAttribute("aria-keyshortcuts", "/ Control+K");
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || types(event.target) || !asks(event)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
