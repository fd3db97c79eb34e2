/**
 * Puts text on the clipboard, and says at the foot of the page that it did, or that it could not.
 * @module
 */

const SHOWN_FOR = 5000;

/** @typedef {(text: string, done?: string) => Promise<void>} Copier */

/** @param {HTMLElement} status @returns {Copier} */
export function copier(status) {
  return async (text, done = status.dataset.done) => {
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = done ?? "";
    } catch {
      status.textContent = status.dataset.failed ?? "";
    }
    setTimeout(() => (status.textContent = ""), SHOWN_FOR);
  };
}
