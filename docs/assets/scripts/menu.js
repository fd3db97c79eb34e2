/**
 * The menu, where it is longer than a screen is wide.
 * @module
 */

/** Brings the word of the page that one is on into sight; the page itself stays where it is. */
export function menu() {
  const here = document.querySelector(".mz-menu [aria-current]");
  const row = here?.closest("ul");
  if (!here || !row) return;
  const [word, shown] = [here.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += Math.min(0, word.left - shown.left) + Math.max(0, word.right - shown.right);
}
