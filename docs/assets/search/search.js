/**
 * Search over an index made by `python -m generator index` or by a site's build. No DOM, no framework, no globals.
 *
 *     import { open } from "./search.js";
 *     const search = await open(new URL("data/", location.href));
 *     const { hits, total } = await search.query("سجون الحسكة", { limit: 10 });
 *
 * @module
 */
import { collapsed } from "./copies.js";
import { Facets } from "./facets.js";
import { checked, IndexError, overHttp, stored, unread } from "./files.js";
import { better, first } from "./first.js";
import { certainForms, nearest } from "./forms.js";
import { Index } from "./index.js";
import { Keyboards, weighing } from "./keyboard.js";
import { nearness } from "./nearness.js";
import { holding, leads, loose, preferring } from "./phrases.js";
import { parse } from "./query.js";
import { rank } from "./rank.js";
import { heading, inArabic, snippet } from "./snippets.js";
import { Suggestions } from "./suggest.js";
import { bare, isWord } from "./text.js";
import { FIELD, written } from "./texts.js";
import { accompanied, certain, finders, kin, meant, present, replacements, telling, together, unit } from "./units.js";
import { Variants } from "./variants.js";

export { IndexError };

/** @typedef {import("./units.js").Meant} Word */
/** @typedef {import("./query.js").Term} Term */
/** @typedef {import("./stores.js").View} View */
/** A query as it was read. @typedef {{view: View, keyboard: import("./keyboard.js").Reading | null, query: import("./query.js").Query, words: Word[]}} Read */
/**
 * The documents that hold any word and none to leave out, their scores by number, and the postings of all that was asked;
 * `unread`: phrases that more texts may hold than were read; `unmet`: words of which texts hold every part of another spelling, but none all of them.
 * @typedef {{found: number[], scores: Float32Array, rarities: number[], postings: import("./stores.js").Lookup, unmet: Word[], unread: Set<Term[]>}} Scored
 */
/** Documents, and for each phrase of a query those that hold it; `leading`: those of phrases that come first. @typedef {{found: number[], holders: import("./phrases.js").Holders, leading: import("./phrases.js").Holders}} Phrased */
/**
 * @typedef {object} Hit
 * @property {string} url The document's address; its paragraph as a fragment where it has one.
 * @property {string} title As written, or how the text begins; maybe empty.
 * @property {string} kind
 * @property {string} [lang] What HTML calls its language, where it is not the site's.
 * @property {string} said What its line says beside the title, as written: who somebody is, where an article is from; maybe empty.
 * @property {number} copies How many others have nearly its text and are not shown.
 * @property {number} score Comparable within one answer only.
 * @property {string} snippet Plain text round the best match, as written: escape it before it becomes HTML.
 * @property {[number, number][]} marks Spans of matching words in the snippet, in UTF-16 units, end excluded.
 * @property {[number, number][]} titleMarks The same in the title.
 */
/**
 * @typedef {object} Answer
 * @property {Hit[]} hits
 * @property {number} total
 * @property {string[]} absent Words of the query that no document has in any form.
 * @property {string[]} nearest Words of the index that are closest to those, likeliest first.
 * @property {import("./units.js").Instead[]} kin Words found only in kindred forms, by consonants, sound or a slip.
 * @property {import("./units.js").Instead[]} replaced Words that no document has, likely slips of others;
 *   the hits are for these, and a query asks for the word itself.
 * @property {{word: string, forms: string[]}[]} nearby Words that brought words of their field with them, found after them.
 * @property {string[]} leftOut What a query leaves out that asks for nothing.
 * @property {string[]} unheld Phrases between quotation marks that were not found as they stand; the hits have their words.
 * @property {string[]} preferred Phrases whose holders come first; other hits follow.
 * @property {import("./keyboard.js").Reading | null} keyboard What was typed with another keyboard, and how it was read.
 * @property {boolean} partial True when a file could not be had, so that something may be missing.
 * @property {import("./facets.js").Count[]} facets Counts of what was found, when asked for.
 * @property {boolean} unnarrowed True when what is filtered, sorted or counted by could not be had: the hits are all, best first.
 */
/**
 * @typedef {object} Options
 * @property {number} [limit] Hits to give, 10 when not said.
 * @property {number} [offset] Hits to pass over.
 * @property {import("./facets.js").Filters} [filters]
 * @property {"relevance" | "newest" | "oldest"} [sort]
 * @property {boolean} [typing] Whether the last word may still be growing.
 * @property {boolean} [facets] Whether to count what was found by facet.
 * @property {() => boolean} [overtaken] Whether nobody waits for the answer any more: then no more files are fetched for it.
 */

/** Nobody waits for the answer any more. */
export class Overtaken extends Error {}

const LIMIT = 10;
const NEAREST = 3;
/** So often a query is read again with more words at hand: its own, those they lead to, those that stand near. */
const ROUNDS = 5;
const SUGGESTED = 8;
const ARTICLE = "article";
/** In a split index a phrase is looked up in the texts of so many of the best documents. */
const PHRASES_READ = 20;
/** So few words with a number in them ask for that number: «53 شخصا» is not answered by another count of persons. */
const COUNTED_QUERY = 2;
/** The texts of so many of the best documents tell more of their order; in a split index only those are read that are shown first. */
const NEAR_READ = 50;
const NEAR_FETCHED = 6;
/** Milliseconds. */
const BETWEEN_LETTERS = 150;
/** A thing named by the query comes before whatever mentions it. */
const NAMED = 1e3;
/** Its page is so short that a word in it would weigh more than in any article. */
const MENTION = 0.4;

/**
 * Opens an index.
 * @param {string | URL | import("./files.js").Read} from Its folder, ending in a slash, or a function that reads its files.
 * @returns {Promise<Search>} Rejects with an IndexError when the files it cannot do without are missing or damaged.
 */
export async function open(from) {
  const read = typeof from === "function" ? checked(from) : stored(overHttp(from), from);
  return new Search(await Index.open(read));
}

/**
 * Opens an index when it is first asked for, and again after that failed.
 * @param {Parameters<typeof open>[0]} from
 * @returns {() => Promise<Search>}
 */
export function opener(from) {
  /** @type {Promise<Search> | null} */
  let opening = null;
  return () =>
    (opening ??= open(from).catch((error) => {
      opening = null;
      throw error;
    }));
}

export class Search {
  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    this.variants = new Variants(index.root);
    this.keyboards = new Keyboards(index.root.keyboards);
    /** @type {Promise<Facets> | null} */
    this.opened = null;
    this.suggestions = new Suggestions(index);
  }

  /**
   * Names and titles that hold what is being typed, titles last.
   * @param {string} typed
   * @param {number} [most]
   * @returns {Promise<import("./suggest.js").Suggestion[]>}
   */
  async suggest(typed, most = SUGGESTED) {
    return this.suggestions.to(typed, most);
  }

  /**
   * The best documents for a query. Words are joined by OR, -word leaves out. A query that is a phrase between quotation
   * marks is answered by the documents that hold it; where there are none, or more is asked for, by all, holders first.
   * @param {string} text
   * @param {Options} [options]
   * @returns {Promise<Answer>}
   */
  async query(text, options = {}) {
    const { view, keyboard, query, words } = await this.#read(text, options);
    const absent = words.filter((word) => word.says && !present(word) && view.vocabulary.settled(word.term.plain));
    const answer = this.#answer(words, absent, view);
    if (!words.length) answer.leftOut = query.without.map((phrase) => phrase.map(({ text }) => text).join(" "));
    if (!words.some((word) => word.says && present(word)) || lacksNumber(words, absent)) return answer;
    const scored = await this.#scored(query, words, view, answer);
    if (options.overtaken && options.typing && !view.whole) await pause();
    awaited(options);
    const { scores, unmet } = scored;
    answer.absent = asTyped(words, [...absent, ...unmet]);
    if (lacksNumber(words, unmet)) return answer;
    const phrased = await this.#phrased(scored, query, view, answer);
    const { chosen, sooner } = await this.#chosen(phrased, scores, options, answer);
    const { offset = 0, limit = LIMIT } = options;
    const wanted = wantedBy(words, view.vocabulary);
    await this.#nearer(first(chosen, view.whole ? NEAR_READ : NEAR_FETCHED, sooner), scored, wanted, answer);
    const { apart, copies } = collapsed(chosen, this.index.root.copies ?? [], sooner);
    const shown = first(apart, offset + limit, sooner).slice(offset);
    answer.hits = await Promise.all(shown.map((doc) => this.#hit(doc, scores[doc], copies.get(doc) ?? 0, byRarity(wanted, scored.rarities), answer)));
    answer.total = apart.length;
    if (chosen.length) {
      const asRead = keyboard?.text ?? text;
      answer.keyboard = keyboard;
      answer.kin = kin(words, asRead, view.vocabulary, NEAREST);
      answer.nearby = accompanied(words, NEAREST);
      answer.replaced = replacements(words, asRead, view.vocabulary, NEAREST);
      Object.assign(answer, loose(query, phrased.holders, chosen, scored.unread));
    }
    if (options.facets) answer.facets = (await this.#facets(answer))?.counts(phrased.found, options.filters ?? {}) ?? [];
    return answer;
  }

  /**
   * A query, read as often as its words ask for files that are not loaded yet. Another keyboard is thought of only when
   * the words as they stand are at hand.
   * @param {string} text
   * @param {Options} options
   * @returns {Promise<Read>}
   */
  async #read(text, options) {
    const { typing = false } = options;
    const view = this.index.store.view();
    const { vocabulary } = view;
    vocabulary.silent = this.variants.stop;
    vocabulary.little = this.variants;
    vocabulary.names = this.index.names;
    for (let round = 0; ; round++) {
      const keyboard = round ? this.keyboards.reading(String(text), typing, ...weighing(vocabulary, this.variants)) : null;
      const query = parse(keyboard?.text ?? text, typing);
      const words = meant(query, vocabulary, this.variants);
      for (const term of query.without.flat()) certainForms(term, vocabulary);
      const grown = round < ROUNDS && (await view.grow());
      awaited(options);
      if (round && !grown) return { view, keyboard, query, words };
    }
  }

  /** @param {Word[]} words @param {Word[]} absent @param {View} view @returns {Answer} Nothing found yet. */
  #answer(words, absent, { vocabulary, failed }) {
    const near = absent.flatMap(({ term, forms }) => nearest(term, forms, vocabulary, NEAREST));
    return {
      hits: [],
      total: 0,
      absent: asTyped(words, absent),
      nearest: [...new Set(near)],
      kin: [],
      nearby: [],
      replaced: [],
      leftOut: [],
      unheld: [],
      preferred: [],
      keyboard: null,
      partial: failed,
      facets: [],
      unnarrowed: false,
    };
  }

  /**
   * @param {import("./query.js").Query} query
   * @param {Word[]} words
   * @param {View} view
   * @param {Answer} answer
   * @returns {Promise<Scored>}
   */
  async #scored(query, words, view, answer) {
    const { index } = this;
    const { vocabulary } = view;
    const scoring = words.filter((word) => word.says);
    const without = query.without.map((phrase) => phrase.map((term) => certainForms(term, vocabulary)));
    const needed = new Set([
      ...scoring.flatMap(telling),
      ...without.flat().flatMap(certain),
    ]);
    const reaches = view.reaching(needed);
    const reachable = (/** @type {number} */ form) => vocabulary.symbolsOfForm(form).every(reaches);
    const { postings, failed } = await view.gather(needed);
    answer.partial ||= failed;
    const units = scoring.map((word) => unit(word, vocabulary, postings, reachable));
    const { found, scores, titled, rarities } = rank(index, units, view.whole);
    const unmet = failed ? [] : scoring.filter((word, at) => present(word) && !held(units[at]));
    const banned = new Set(
      without.flatMap((phrase, at) => (query.without[at].length === 1 ? [...together(phrase, postings).docs] : [])),
    );
    const named = namedLengths(words);
    for (const doc of found) {
      if (index.kinds[doc] === ARTICLE) continue;
      scores[doc] *= MENTION;
      if (titled[doc] >= units.length && named.has(index.titleLengths[doc])) scores[doc] += NAMED;
    }
    return { found: banned.size ? found.filter((doc) => !banned.has(doc)) : found, scores, rarities, postings, unmet, unread: new Set() };
  }

  /**
   * The documents found that hold none of the phrases to leave out, and for each phrase asked for those that hold it.
   * Where the query is nothing but phrases and some hold them all, only these.
   * @param {Scored} scored
   * @param {import("./query.js").Query} query
   * @param {View} view
   * @param {Answer} answer
   * @returns {Promise<Phrased>}
   */
  async #phrased(scored, query, view, answer) {
    const { found } = scored;
    const among = (/** @type {number[]} */ docs) => (/** @type {Term[]} */ p) => this.#holders(p, docs, scored, view, answer);
    const banned = await Promise.all(query.without.filter((phrase) => phrase.length > 1).map(among(found)));
    const left = banned.length ? found.filter((doc) => !banned.some((docs) => docs.has(doc))) : found;
    const holders = await Promise.all(query.phrases.map(among(left)));
    const all = query.only ? left.filter((doc) => holders.every((docs) => docs.has(doc))) : [];
    return { found: all.length ? all : left, holders, leading: holders.filter((_, at) => leads(query.phrases[at], query)) };
  }

  /**
   * @param {Term[]} phrase
   * @param {number[]} docs
   * @param {Scored} scored
   * @param {View} view
   * @param {Answer} answer
   * @returns {Promise<Map<number, import("./phrases.js").Held>>} Those of the documents whose text holds a phrase, and how.
   */
  async #holders(phrase, docs, { scores, postings, unread }, { vocabulary, whole }, answer) {
    const having = whole ? docs : this.#withWordsOf(phrase, docs, vocabulary, postings);
    const read = whole ? docs : first(having, PHRASES_READ, better(scores));
    if (read.length < having.length) unread.add(phrase);
    const holds = holding(phrase, vocabulary.silent);
    /** @type {Map<number, import("./phrases.js").Held>} */
    const found = new Map();
    const texts = await Promise.all(read.map((doc) => this.#text(doc, answer)));
    texts.forEach((text, at) => {
      const held = text ? holds(rowsOf(text, FIELD.names).map((row) => row.map(bare))) : 0;
      if (held) found.set(read[at], held);
    });
    return found;
  }

  /**
   * Puts the best documents in order by where their texts have the words.
   * @param {number[]} best
   * @param {Scored} scored Its scores grow.
   * @param {import("./snippets.js").Wanted} wanted
   * @param {Answer} answer
   */
  async #nearer(best, { scores, rarities }, wanted, answer) {
    const { kinds } = this.index;
    const texts = await Promise.all(best.map((doc) => this.#text(doc, answer)));
    texts.forEach((text, at) => {
      const rows = text ? rowsOf(text, FIELD.body).map((row) => row.map(wanted)) : [];
      scores[best[at]] += nearness(rows, rarities) * (kinds[best[at]] === ARTICLE ? 1 : MENTION);
    });
  }

  /**
   * Those of the documents that have the words of a phrase, but for its first, which may carry others, and for such as «في».
   * @param {Term[]} phrase
   * @param {number[]} docs
   * @param {import("./vocabulary.js").Vocabulary} vocabulary
   * @param {import("./stores.js").Lookup} postings
   * @returns {number[]}
   */
  #withWordsOf(phrase, docs, vocabulary, postings) {
    const telling = phrase.slice(1).filter(({ plain }) => !this.variants.stop.has(plain));
    if (!telling.length) return docs;
    const having = new Set(together(telling.map((term) => certainForms(term, vocabulary)), postings).docs);
    return docs.filter((doc) => having.has(doc));
  }

  /**
   * @param {Phrased} phrased
   * @param {Float32Array} scores
   * @param {Options} options
   * @param {Answer} answer
   * @returns {Promise<{chosen: number[], sooner: import("./first.js").Sooner}>} Those that the filters leave, and their order.
   */
  async #chosen({ found, leading }, scores, options, answer) {
    const { filters = {}, sort = "relevance" } = options;
    const byScore = preferring(leading, better(scores));
    const byDay = sort !== "relevance";
    const facets = byDay || Object.values(filters).some((values) => values.length) ? await this.#facets(answer) : null;
    if (!facets) return { chosen: found, sooner: byScore };
    return { chosen: found.filter(facets.filter(filters)), sooner: byDay ? preferring(leading, facets.byDay(sort, byScore)) : byScore };
  }

  /** @param {Answer} answer @returns {Promise<Facets | null>} */
  async #facets(answer) {
    const { root: { facets }, documents } = this.index;
    if (!facets) return null;
    try {
      return await (this.opened ??= this.index.read(facets).then((bytes) => new Facets(bytes, documents)));
    } catch (error) {
      if (!unread(error)) throw error;
      this.opened = null;
      answer.unnarrowed = true;
      return null;
    }
  }

  /** @param {number} doc @param {Answer} answer @returns {Promise<import("./texts.js").Stored | null>} */
  async #text(doc, answer) {
    try {
      return await this.index.store.text(doc);
    } catch (error) {
      return lost(error, answer);
    }
  }

  /**
   * @param {number} doc
   * @param {number} score
   * @param {number} copies
   * @param {import("./snippets.js").Wanted} wanted
   * @param {Answer} answer
   * @returns {Promise<Hit>}
   */
  async #hit(doc, score, copies, wanted, answer) {
    const { root, kinds, languages } = this.index;
    const kind = kinds[doc];
    const text = await this.#text(doc, answer);
    if (!text) return { url: "", title: "", kind, said: "", copies: 0, score, snippet: "", marks: [], titleMarks: [] };
    const seen = inArabic(text, wanted);
    /** @type {[number, number][]} */
    const titleMarks = [];
    const title = written(heading(text), (word, start, end) => {
      if (seen(word)) titleMarks.push([start, end]);
    });
    const said = text.passages.filter(({ field }) => field === FIELD.said).map(({ tokens }) => written(tokens));
    const shown = snippet(text, seen);
    const url = shown.anchor ? `${text.address}#${root.anchor ?? ""}${shown.anchor}` : text.address;
    const lang = languages.get(doc);
    return { url, title, kind, lang, said: said.join(" "), copies, score, snippet: shown.text, marks: shown.marks, titleMarks };
  }
}

/**
 * What a word as written stands for in a query: the number of its word there, and how sure it is.
 * @param {Word[]} words
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {import("./snippets.js").Wanted}
 */
function wantedBy(words, vocabulary) {
  /** @type {Map<string, {unit: number, worth: number}>} */
  const found = new Map();
  words.filter(({ says }) => says).forEach((word, unit) => {
    // «أكتوبر» is «تشرين 1», and shown by no other 1.
    const shows = (/** @type {string} */ own) => /\d/.test(word.term.plain) || !/^\d+$/.test(own);
    for (const [symbol, worth] of finders(word)) for (const own of vocabulary.plain[symbol].split(" ").filter(shows)) found.set(own, { unit, worth });
  });
  return (word) => found.get(bare(word));
}

/** @param {import("./snippets.js").Wanted} wanted @param {number[]} rarities @returns {import("./snippets.js").Wanted} By which a rare word shows more of why a text was found than common ones. */
const byRarity = (wanted, rarities) => (word) => {
  const hit = wanted(word);
  return hit && { unit: hit.unit, worth: hit.worth * rarities[hit.unit] };
};

/** @param {import("./texts.js").Stored} text @param {number} last The last field to give. @returns {string[][]} The words of each passage. */
function rowsOf({ passages }, last) {
  return passages.filter(({ field }) => field <= last).map(({ tokens }) => tokens.filter(isWord));
}

/** @returns {Promise<void>} After what lies between two letters that somebody types: texts are dear, and those of a half word for nothing. */
const pause = () => new Promise((resolve) => void setTimeout(resolve, BETWEEN_LETTERS));

/** @param {Options} options Throws where they say that nobody waits. */
function awaited({ overtaken }) {
  if (overtaken?.()) throw new Overtaken();
}

/** @param {Word[]} words @param {Word[]} absent @returns {boolean} */
function lacksNumber(words, absent) {
  const saying = words.filter((word) => word.says);
  return saying.length <= COUNTED_QUERY && absent.some(({ term, whole, free }) => !free && (whole || /^\d+$/.test(term.plain)));
}

/** @param {Word[]} words @param {Word[]} absent @returns {string[]} Those of the words, in order; what a sign joins as one: «كوفيد-19». */
function asTyped(words, absent) {
  /** @type {string[]} */
  const told = [];
  words.forEach((word, at) => {
    if (!absent.includes(word)) return;
    const { text, joint } = word.term;
    if (/[-./]/.test(joint) && absent.includes(words[at - 1])) told.push(`${told.pop()}${joint}${text}`);
    else told.push(text);
  });
  return told;
}

/** @param {import("./rank.js").Unit} unit @returns {boolean} Whether any document holds it. */
const held = ({ classes }) => classes.some(({ member, beside, parts }) => (member || beside) && parts.some(({ postings }) => postings.docs.length));

/** @param {Word[]} words @returns {Set<number>} How many words a title may have that is the query. */
function namedLengths(words) {
  return new Set([words.length, ...words.flatMap((word) => word.others.map(({ words }) => words))]);
}

/** @param {unknown} error @param {Answer} answer @returns {null} Notes a lost file; anything else is thrown on. */
function lost(error, answer) {
  if (!unread(error)) throw error;
  answer.partial = true;
  return null;
}
