/**
 * How a reader wants pages to look, kept on her device; the stylesheet reads it on the root of a page.
 * @module
 */

/** What is chosen, by name. @typedef {Record<string, string>} Choices */

const PLACE = "mujaz.reading";
/** What holds where nothing was chosen. @type {Choices} */
const FIRST = { scheme: "device", face: "naskh", size: "medium" };

/** @returns {Choices} What was chosen on this device, on this page or another; storage may be forbidden or broken. */
export function chosen() {
  try {
    return { ...FIRST, ...JSON.parse(localStorage.getItem(PLACE) ?? "{}") };
  } catch {
    return { ...FIRST };
  }
}

/** @param {Choices} choices To be found again by the next page. */
export function keep(choices) {
  try {
    localStorage.setItem(PLACE, JSON.stringify(choices));
  } catch {
    // Then they hold for this page alone.
  }
}

/** @param {Choices} choices */
export function show(choices) {
  for (const name of Object.keys(FIRST)) document.documentElement.dataset[name] = choices[name];
}
