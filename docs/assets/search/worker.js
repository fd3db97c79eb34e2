/**
 * Answers the box in the header, behind its messages: the text that stands there in, what to show of it out, in parts
 * that have nothing of HTML. The index is opened with the first message, and a text overtaken by another is not answered.
 * The words are the index's own.
 * @module
 */
import { inARow, sentences } from "./notice.js";

/** Text as it stands, text with a mark, or a word to search for instead. @typedef {string | {mark: string} | {word: string}} Part */
/** A result: its address below the site, the language of its words where it is not the site's. @typedef {{url: string, lang?: string, title: Part[], kind: string, text: Part[]}} Found */
/** What to show of a text: results, what to say of them; `broken` when the index could not be had. @typedef {{asked: string, found: Found[], said: Part[], broken: boolean}} Shown */
/**
 * What of its own globals a worker uses.
 * @typedef {object} Scope
 * @property {(type: "message", listener: (event: MessageEvent<string>) => void) => void} addEventListener
 * @property {(shown: Shown) => void} postMessage
 */

const MOST = 10;

/** @param {string} text @param {[number, number][]} spans @returns {Part[]} */
function marked(text, spans) {
  /** @type {Part[]} */
  const parts = [];
  let at = 0;
  for (const [start, end] of spans) {
    parts.push(text.slice(at, start), { mark: text.slice(start, end) });
    at = end;
  }
  return [...parts, text.slice(at)];
}

/** @param {import("./search.js").Hit} hit @param {Record<string, string>} words @returns {Found} */
function foundOf({ url, lang, title, titleMarks, kind, snippet, marks }, words) {
  const named = title ? marked(title, titleMarks) : [url];
  return { url, lang, title: named, kind: words[`kind.${kind}`] ?? kind, text: marked(snippet, marks) };
}

/**
 * How many there are, unless nothing was found and more is said of that, then the sentences.
 * @param {import("./search.js").Answer} answer
 * @param {import("./index.js").Says} says
 * @returns {Part[]}
 */
function saidOf(answer, { language, count, words }) {
  const said = sentences(answer, words, (word) => ({ word }));
  if (answer.partial && !answer.hits.some(({ url }) => url)) return inARow(said, words.row);
  const form = count[new Intl.PluralRules(language).select(answer.total)] ?? "";
  const counted = form.replace("{n}", String(answer.total));
  return inARow(answer.total || !said.length ? [[counted], ...said] : said, words.row);
}

/**
 * @param {string} asked
 * @param {() => Promise<import("./search.js").Search>} engine
 * @returns {Promise<Shown>}
 */
async function answer(asked, engine) {
  try {
    const found = await engine();
    if (!asked.trim()) return { asked, found: [], said: [], broken: false };
    const answer = await found.query(asked, { limit: MOST, typing: !/\s$/.test(asked) });
    const says = { language: "und", count: {}, words: {}, ...found.index.root.says };
    const hits = answer.hits.filter(({ url }) => url);
    return { asked, found: hits.map((hit) => foundOf(hit, says.words)), said: saidOf(answer, says), broken: false };
  } catch {
    return { asked, found: [], said: [], broken: true };
  }
}

/**
 * Answers whatever the box sends; an empty text only opens the index.
 * @param {Scope} scope
 * @param {() => Promise<import("./search.js").Search>} engine
 */
export function answerBox(scope, engine) {
  let latest = 0;
  scope.addEventListener("message", async ({ data }) => {
    const turn = ++latest;
    const shown = await answer(data, engine);
    if (turn === latest) scope.postMessage(shown);
  });
}
