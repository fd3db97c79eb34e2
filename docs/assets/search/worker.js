/**
 * Answers whoever asks in messages, the box in the header and the search page alike: a text in, what to show of it out,
 * in parts that have nothing of HTML. The index is opened with the first message, and of what one asks only the last is
 * answered: a text overtaken by another costs no search. The words are the index's own.
 * @module
 */
import { nothing } from "./messages.js";
import { sentences } from "./notice.js";
import { numeral } from "./numeral.js";

/** @typedef {import("./messages.js").Part} Part */
/** @typedef {import("./messages.js").Found} Found */
/** @typedef {import("./messages.js").Ask} Ask */
/** @typedef {import("./messages.js").Shown} Shown */
/**
 * What of its own globals a worker uses.
 * @typedef {object} Scope
 * @property {(type: "message", listener: (event: MessageEvent<Ask | import("./messages.js").Handed>) => void) => void} addEventListener
 * @property {(shown: Shown) => void} postMessage
 */

/** @param {string} text @param {[number, number][]} spans @returns {Part[]} */
function marked(text, spans) {
  /** @type {Part[]} */
  const parts = [];
  let at = 0;
  for (const [start, end] of spans) {
    parts.push(text.slice(at, start), { mark: text.slice(start, end) });
    at = end;
  }
  return [...parts, text.slice(at)].filter((part) => part !== "");
}

/** @param {import("./search.js").Hit} hit @param {import("./index.js").Says} says @returns {Found} */
function foundOf({ url, lang, title, titleMarks, kind, said, copies, snippet, marks }, says) {
  const { words, copies: more = {} } = says;
  const named = title ? marked(title, titleMarks) : [url];
  const [called, among] = [words[`kind.${kind}`] ?? kind, words[`kinds.${kind}`] ?? kind];
  const meta = [said, copies ? counted(says, more, copies) : ""].filter(Boolean).join(words.row ?? "");
  return { url, lang, title: named, kind, called, among, meta, text: marked(snippet, marks) };
}

/** @param {Pick<import("./index.js").Says, "language" | "digits">} says @param {Record<string, string>} forms By the kind of plural. @param {number} total @returns {string} */
const counted = ({ language, digits }, forms, total) =>
  (forms[new Intl.PluralRules(language).select(total)] ?? "").replace("{n}", numeral(total, digits));

/**
 * How many there are is not said where nothing was found and more is said of that.
 * @param {Ask} asked
 * @param {import("./search.js").Search} search
 * @returns {Promise<Shown>}
 */
export async function answered({ ask, text, ...options }, search) {
  const answer = await search.query(text, options);
  const says = { language: "und", digits: "latn", count: {}, words: {}, ...search.index.root.says };
  const said = sentences(answer, says.words, (word, label) => ({ word, label }));
  const hits = answer.hits.filter(({ url }) => url);
  const silent = answer.partial ? !hits.length : !answer.total && said.length > 0;
  return {
    ...nothing({ ask, text }),
    found: hits.map((hit) => foundOf(hit, says)),
    total: answer.total,
    next: (options.offset ?? 0) + answer.hits.length,
    counted: silent ? "" : counted(says, says.count, answer.total),
    said,
    facets: answer.facets,
  };
}

/**
 * Answers what is asked; what else comes is not its own.
 * @param {Scope} scope
 * @param {() => Promise<import("./search.js").Search>} engine
 */
export function answerAsks(scope, engine) {
  /** The number of what each asked last. @type {Map<number, number>} */
  const latest = new Map();
  scope.addEventListener("message", async ({ data }) => {
    if (!("ask" in data)) return;
    const { ask, who } = data;
    latest.set(who, ask);
    const overtaken = () => latest.get(who) !== ask;
    try {
      const search = await engine();
      await others();
      if (overtaken()) return;
      const shown = data.text.trim() ? await answered(data, search) : nothing(data);
      if (!overtaken()) scope.postMessage(shown);
    } catch {
      if (!overtaken()) scope.postMessage(nothing(data, true));
    }
  });
}

/** @returns {Promise<void>} When the messages that wait have been heard. */
const others = () => new Promise((resolve) => void setTimeout(resolve));
