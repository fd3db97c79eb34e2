/**
 * Parts of a page, made one by one: all text goes in as text nodes.
 * @module
 */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} [children]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, children = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * @param {string | undefined} words
 * @param {() => void} act
 * @param {Record<string, string>} [attributes]
 * @returns {HTMLButtonElement}
 */
export function button(words, act, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, [words ?? ""]);
  made.addEventListener("click", act);
  return made;
}

/** So many letters stand in two lines of a phone. */
const TWO_LINES = 72;

/**
 * What is said of an answer: over its results a sentence of two lines at the most, and a button that opens the rest.
 * @param {(Node | string)[][]} sentences
 * @param {boolean} over Whether results follow.
 * @param {string | undefined} more What the button is called.
 * @returns {HTMLElement[]}
 */
export function told(sentences, over, more) {
  const rows = sentences.map((parts) => element("p", {}, parts));
  if (!over || !rows.length || (rows.length === 1 && rows[0].innerText.length <= TWO_LINES)) return rows;
  const opener = button("…", () => {
    line.toggleAttribute("data-open");
    opener.ariaExpanded = String(line.hasAttribute("data-open"));
  }, { "aria-label": more ?? "", "aria-expanded": "false" });
  const [first, ...rest] = rows;
  const line = element("div", { class: "mz-told" }, [first, opener, ...rest]);
  return [line];
}
