/**
 * What the box offers while one types: names of things and titles of articles, of which some words begin as typed.
 * @module
 */
import { FIELD, written } from "./texts.js";
import { bare, fold, words } from "./text.js";

/** A name or a title: what it is, how often articles name it, as written, its address below the site. @typedef {[kind: string, mentions: number, label: string, url: string]} Named */
/**
 * @typedef {object} Suggestion
 * @property {string} kind
 * @property {string} label As written.
 * @property {string} url
 * @property {number} mentions 0 for an article.
 * @property {[number, number][]} marks Spans of the words that begin as typed, in UTF-16 units, end excluded.
 */

const ARTICLE = "ال";
const ARTICLES = "article";
/** Longer texts are no name that is being typed. */
const LONGEST = 60;
/** Asks for something else than a name: a phrase as it stands, a word left out. */
const ASKING = /^\s*-|["«»“”]/;
/** Who types a hamza means no article: «أ» is «أحمد», never «العراق». */
const HAMZA = /^[أإآ]/;
/** Within a name shorter words join others: «بن», «al». */
const TELLING = 3;
/** Of so many suggestions one is for a title, where there are titles. */
const TITLE_IN = 3;

/** @param {string} typed @returns {string[]} Its words folded, none where it is no beginning of a name. */
function typedWords(typed) {
  if (typed.length > LONGEST || ASKING.test(typed)) return [];
  return words(typed).map(({ text }) => fold(bare(text))).filter(Boolean);
}

/** @param {string} folded */
const withoutArticle = (folded) => (folded.startsWith(ARTICLE) ? folded.slice(ARTICLE.length) : folded);

/**
 * The lists of an index in which a text that is being typed may stand, by their letters.
 * @param {string} typed
 * @returns {string[]}
 */
export function listsFor(typed) {
  const asked = typedWords(typed);
  const first = asked.find((word) => word.length >= TELLING) ?? asked.at(-1);
  if (!first) return [];
  if (HAMZA.test(typed.trim())) return [ARTICLE[0]];
  const rest = withoutArticle(first) || ARTICLE;
  if (ARTICLE.startsWith(rest) && ARTICLE.startsWith(first)) return [ARTICLE[0], ARTICLE];
  return [String.fromCodePoint(rest.codePointAt(0) ?? 0)];
}

/** The words of a name in Latin letters, as an address that a lexicon gave spells it. @param {string} url @returns {string[]} */
function spelled(url) {
  const [, name = ""] = /^[a-z]+\/([a-z][a-z0-9-]*)\/$/.exec(url) ?? [];
  return /(^|-)[0-9a-f]{8}$/.test(name) ? [] : name.split("-").filter(Boolean);
}

/**
 * Where the words typed stand one after another, the last of them maybe unfinished.
 * @param {string[]} typed
 * @param {string[]} name
 * @returns {number} The place of the first, -1 for none.
 */
function placeIn(typed, name) {
  const last = typed.length - 1;
  const fits = (/** @type {string} */ word, /** @type {string} */ sign, /** @type {number} */ at) =>
    at === last ? word.startsWith(sign) : word === sign;
  const meets = (/** @type {string} */ sign, /** @type {string} */ word, /** @type {number} */ at) =>
    fits(word, sign, at) || (withoutArticle(sign) !== "" && fits(withoutArticle(word), withoutArticle(sign), at));
  for (let place = 0; place + last < name.length; place++) {
    if (place && !last && name[place].length < TELLING) continue;
    if (typed.every((sign, at) => meets(sign, name[place + at], at))) return place;
  }
  return -1;
}

/**
 * The names and titles that hold what is typed: those that begin with it first, then by how often they are named.
 * @param {Named[]} named
 * @param {string} typed
 * @param {number} most
 * @returns {Suggestion[]} Titles last.
 */
export function suggested(named, typed, most) {
  const asked = typedWords(typed);
  if (!asked.length) return [];
  const latin = /^[a-z]/.test(asked[0]);
  const hamza = HAMZA.test(typed.trim());
  /** @type {Map<string, Suggestion & {place: number}>} */
  const found = new Map();
  for (const [kind, mentions, label, url] of named) {
    const key = kind === ARTICLES ? label : url;
    const tokens = words(label);
    const place = placeIn(asked, tokens.map(({ text }) => (hamza && text.startsWith(ARTICLE) ? "" : fold(bare(text)))));
    const sounded = place < 0 && latin && kind !== ARTICLES ? placeIn(asked, spelled(url)) : -1;
    if ((place < 0 && sounded < 0) || (kind === ARTICLES && place > 0) || found.has(key)) continue;
    /** @type {[number, number][]} */
    const marks = place < 0 ? [] : [[tokens[place].start, tokens[place + asked.length - 1].end]];
    found.set(key, { kind, label, url, mentions, marks, place: Math.max(place, sounded) });
  }
  const all = [...found.values()].sort((a, b) => Math.sign(a.place) - Math.sign(b.place) || b.mentions - a.mentions);
  const titles = all.filter(({ kind }) => kind === ARTICLES);
  const names = all.filter(({ kind }) => kind !== ARTICLES);
  const shown = names.slice(0, most - Math.min(titles.length, Math.floor(most / TITLE_IN)));
  return [...shown, ...titles.slice(0, most - shown.length)].map(({ place: _, ...suggestion }) => suggestion);
}

/** Suggestions of an opened index. */
export class Suggestions {
  /** @type {Promise<Named[]> | null} */
  #whole = null;
  /** @type {Map<string, Promise<Named[]>>} */
  #lists = new Map();

  /** @param {import("./index.js").Index} index */
  constructor(index) {
    this.index = index;
  }

  /**
   * @param {string} typed
   * @param {number} most
   * @returns {Promise<Suggestion[]>} None where a list cannot be had: they are an offer, and results follow.
   */
  async to(typed, most) {
    const letters = listsFor(typed);
    const { suggest } = this.index.root;
    const got = await Promise.allSettled(suggest ? letters.map((letter) => this.#list(suggest[letter])) : [this.#all()]);
    const named = got.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
    return letters.length ? suggested(named, typed, most) : [];
  }

  /** @param {string | undefined} name @returns {Promise<Named[]>} */
  async #list(name) {
    if (!name) return [];
    const held = this.#lists.get(name) ?? this.#read(name);
    this.#lists.set(name, held);
    held.catch(() => this.#lists.delete(name));
    return held;
  }

  /** @param {string} name @returns {Promise<Named[]>} */
  async #read(name) {
    /** @type {[number, number, string, string][]} */
    const rows = JSON.parse(new TextDecoder().decode(await this.index.read(name)));
    return rows.map(([kind, ...rest]) => [this.index.root.kinds[kind][0], ...rest]);
  }

  /** @returns {Promise<Named[]>} Of an index whose texts are all at hand. */
  #all() {
    return (this.#whole ??= this.#gather());
  }

  async #gather() {
    const { root, documents, kinds, store } = this.index;
    let things = 0;
    /** @type {Named[]} */
    const named = [];
    /** The last first. @type {Named[]} */
    const titles = [];
    for (let doc = 0; doc < documents; doc++) {
      const { address, passages } = await store.text(doc);
      const kind = kinds[doc];
      const title = passages.find(({ field }) => field === FIELD.title);
      const label = title ? written(title.tokens) : "";
      if (kind === ARTICLES) titles.unshift([kind, 0, label, address]);
      else named.push([kind, root.mentions?.[things++] ?? 0, label, address]);
    }
    return [...named, ...titles].filter(([, , label]) => label);
  }
}
