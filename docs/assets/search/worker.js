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

const ARTICLE = "article";
/** More letters find what is called so by themselves, and a list of names would cost a request. */
const NAME_BEGINS = /^\s*\S{1,4}$/;
/** So many names that begin as typed come before results. */
const NAMES = 2;

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

/** Its title with the words that are marked in it, and what is told of it. @typedef {{url: string, lang?: string, kind: string, title: Part[], meta: string, text: Part[]}} Named */

/** @param {Named} named @param {import("./index.js").Says} says @returns {Found} */
const called = (named, { words }) => ({
  ...named,
  called: words[`kind.${named.kind}`] ?? named.kind,
  among: words[`kinds.${named.kind}`] ?? named.kind,
});

/** @param {import("./search.js").Hit} hit @param {import("./index.js").Says} says @returns {Found} */
function foundOf({ url, lang, title, titleMarks, kind, said, copies, snippet, marks }, says) {
  const { words, copies: more = {} } = says;
  const named = title ? marked(title, titleMarks) : [url];
  const meta = [said, copies ? counted(says, more, copies) : ""].filter(Boolean).join(words.row ?? "");
  return called({ url, lang, kind, title: named, meta, text: marked(snippet, marks) }, says);
}

/** @param {import("./suggest.js").Suggestion} suggestion @param {import("./index.js").Says} says @returns {Found} */
const offeredAs = ({ url, kind, label, marks }, says) => called({ url, kind, title: marked(label, marks), meta: "", text: [] }, says);

/**
 * The names that begin as typed, as results where they are among them, then the other results.
 * @param {Found[]} offers
 * @param {Found[]} found
 * @returns {Found[]}
 */
function withNames(offers, found) {
  const named = offers.filter(({ kind }) => kind !== ARTICLE).slice(0, NAMES);
  const first = named.map((offer) => found.find(({ url }) => url === offer.url) ?? offer);
  return [...first, ...found.filter((each) => !first.includes(each))];
}

/** @param {Pick<import("./index.js").Says, "language" | "digits">} says @param {Record<string, string>} forms By the kind of plural. @param {number} total @returns {string} */
const counted = ({ language, digits }, forms, total) =>
  (forms[new Intl.PluralRules(language).select(total)] ?? "").replace("{n}", numeral(total, digits));

/**
 * One letter asks for nothing but names and titles, and so does more that no document has as yet. How many there are is
 * not said where nothing was found and more is said of that.
 * @param {Ask} asked
 * @param {import("./search.js").Search} search
 * @param {() => boolean} [overtaken] Whether nobody waits for the answer any more.
 * @returns {Promise<Shown>}
 */
export async function answered(asked, search, overtaken = () => false) {
  const options = { ...asked, overtaken };
  const says = { language: "und", digits: "latn", count: {}, words: {}, ...search.index.root.says };
  const [suggestions, soon] = await Promise.all([
    asked.names && NAME_BEGINS.test(asked.text) ? search.suggest(asked.text) : [],
    asked.names && asked.text.trim().length === 1 ? null : search.query(asked.text, options),
  ]);
  const offers = suggestions.map((each) => offeredAs(each, says));
  if (offers.length && !soon?.total) return { ...nothing(asked), found: offers, said: [[says.words.offered ?? ""]] };
  const answer = soon ?? (await search.query(asked.text, options));
  const said = sentences(answer, says.words, (word, label) => ({ word, label }));
  const hits = answer.hits.filter(({ url }) => url);
  const silent = answer.partial ? !hits.length : !answer.total && said.length > 0;
  return {
    ...nothing(asked),
    found: withNames(offers, hits.map((hit) => foundOf(hit, says))),
    total: answer.total,
    next: (asked.offset ?? 0) + answer.hits.length,
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
      const shown = data.text.trim() ? await answered(data, search, overtaken) : nothing(data);
      if (!overtaken()) scope.postMessage(shown);
    } catch {
      if (!overtaken()) scope.postMessage(nothing(data, true));
    }
  });
}

/** @returns {Promise<void>} When the messages that wait have been heard. */
const others = () => new Promise((resolve) => void setTimeout(resolve));
