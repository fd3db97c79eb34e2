/**
 * Stands in the place of the theme's search worker, behind its messages (Material 9.8): {type: 2, data} searches. The
 * index is opened with the first word. An answer carries `notice` beside the theme's items: what was not found, or
 * could not be loaded.
 * @module
 */
import { NOTHING } from "./notice.js";

/** @typedef {{location: string, title: string, text: string, terms: Record<string, boolean>, score: number}} Item */
/**
 * What of its own globals a worker uses.
 * @typedef {object} Scope
 * @property {(type: "message", listener: (event: MessageEvent<{type: number, data?: unknown}>) => void) => void} addEventListener
 * @property {(message: {type: number, data: {items: Item[][]}, notice: import("./notice.js").Notice}) => void} postMessage
 */

const QUERY = 2;
const RESULT = 3;
const MOST = 30;
/** @type {Record<string, string>} */
const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** @param {string} text @returns {string} */
const escape = (text) => text.replace(/[&<>"']/g, (c) => ESCAPED[c]);

/** @param {string} text @param {[number, number][]} spans @returns {string} Text as HTML with its spans as <mark>. */
function marked(text, spans) {
  let html = "";
  let at = 0;
  for (const [start, end] of spans) {
    html += `${escape(text.slice(at, start))}<mark data-md-highlight>${escape(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escape(text.slice(at));
}

/** @param {import("./search.js").Hit} hit @param {string} html @returns {string} */
function inLanguage(hit, html) {
  return hit.lang ? `<span lang="${escape(hit.lang)}">${html}</span>` : html;
}

/**
 * The theme shows a page and the parts of it under one another; a part says where in the page it stands.
 * @param {import("./search.js").Hit} hit
 * @param {string} extract
 * @returns {Item[]}
 */
function itemsOf(hit, extract) {
  const terms = Object.fromEntries(hit.marks.map(([start, end]) => [hit.snippet.slice(start, end), true]));
  const [page, part] = hit.url.split("#");
  const title = inLanguage(hit, marked(hit.title || hit.url, hit.titleMarks));
  const text = inLanguage(hit, marked(hit.snippet, hit.marks));
  const { score } = hit;
  if (!part) return [{ location: page, title, text, terms, score }];
  const whole = { location: page, title, text: "", terms, score };
  return [whole, { location: hit.url, title: escape(extract), text, terms, score }];
}

/**
 * Answers the theme's messages.
 * @param {Scope} scope
 * @param {() => Promise<import("./search.js").Search>} engine
 */
export function answerTheme(scope, engine) {
  let latest = 0;

  /** @param {string} text */
  async function search(text) {
    const turn = ++latest;
    /** @type {Item[][]} */
    let items = [];
    let notice = NOTHING;
    if (text.trim()) try {
      const found = await engine();
      const { hits, ...rest } = await found.query(text, { limit: MOST, typing: !/\s$/.test(text) });
      items = hits.filter(({ url }) => url).map((hit) => itemsOf(hit, found.index.root.says?.extract ?? ""));
      notice = { ...rest, broken: false };
    } catch {
      notice = { ...NOTHING, broken: true };
    }
    if (turn === latest) scope.postMessage({ type: RESULT, data: { items }, notice });
  }

  scope.addEventListener("message", ({ data: { type, data } }) => {
    if (type === QUERY) search(String(data));
  });
}
