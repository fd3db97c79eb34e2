/**
 * A query as units to score: each of its words with the postings of its forms, weighed class by class.
 * @module
 */
import { called, certainForms, formsOf, meantForms, NO_FORMS, speltForms, standIns } from "./forms.js";
import { NOWHERE } from "./postings.js";
import { inMarks, termsOf } from "./query.js";
import { isLatin } from "./sounds.js";
import { light } from "./stems.js";
import { isFormOf } from "./variants.js";

/** @typedef {import("./query.js").Term} Term */
/** @typedef {import("./forms.js").Forms} Forms */
/** @typedef {import("./forms.js").Form} Form */
/** @typedef {import("./stores.js").Lookup} Lookup */
/** Another way to say a word, of so many words, all of which a document must hold, and what it is worth; `spelt`: it is the same to the letter of its meaning. @typedef {{phrase: Forms[], words: number, spelt: boolean, factor: number}} Other */
/**
 * `whole`: a number or a date of several words. `free`: what lacks it answers the rest of the query, as with a year.
 * `replaced`: what a word that nothing holds was meant for finds documents, and does not only rank them.
 * `nearby`: words of its field, with the symbols of each.
 * @typedef {{term: Term, forms: Forms, says: boolean, whole: boolean, free: boolean, others: Other[], nearby: Nearby[], slipped: Form[], replaced: boolean}} Meant
 */
/** @typedef {{word: string, symbols: number[]}} Nearby */
/** A word that is not there, what stands for it, and the query that asks for it all the same. @typedef {{word: string, forms: string[], asWritten: string}} Instead */

/** Weights of the classes, chosen on half of 4,300 queries over encyclopaedic paragraphs; flat near these values. */
export const WEIGHT = { exact: 0.5, light: 1, strong: 0.7, near: 0.6, slip: 2, begun: 0.5, piece: 0.3, nearby: 0.25 };
const OTHER = 0.8;
/** A number or a date in another spelling is the same one. */
const SPELT = 0.9;
/** Of the byte that says how a word stands in a document. */
const FIELDS = 31;
const ONCE = 32;
/** Shorter halves are found in too many words that are one, unless they are figures. */
const SHORTEST_PART = 3;
/** How an unknown word may be spelt, and how it is. @type {[RegExp, string][]} */
const RESPELT = [[/(.)\1{2,}/g, "$1"], [/[يى]ء/, "ئ"], [/ئ$/, "يء"]];

/**
 * The words of a query with their forms and other ways to say them. A word such as «في» says something only when no
 * other word does.
 * @param {import("./query.js").Query} query
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {import("./variants.js").Variants} variants
 * @returns {Meant[]}
 */
export function meant(query, vocabulary, variants) {
  const little = (/** @type {Term} */ term) => !term.typing && variants.saysNothing(term, vocabulary);
  // Files are few: those of the words themselves come before what they lead to.
  for (const { folded } of query.terms.filter((term) => !little(term))) vocabulary.byFold.of(folded);
  const terms = joined(query.terms, vocabulary, little).flatMap((term) => (little(term) ? [term] : apart(term, vocabulary)));
  const asking = variants.asking(terms);
  const titled = (/** @type {Term} */ term) => variants.titles.has(term.folded) && term !== terms.at(-1);
  const silent = (/** @type {Term} */ term) => little(term) || (!term.typing && (asking.has(term) || titled(term)) && !certainForms(term, vocabulary).present);
  const found = variants.of(terms);
  const all = terms.every(silent);
  const words = terms.map((term, at) => {
    const own = found.filter(({ from, to }) => from <= at && at < to);
    const whole = own.find((variant) => variant.whole);
    const others = own.flatMap(({ others }) => others.flatMap((other) => otherwise(other, vocabulary)));
    const marked = query.asWritten.has(term.plain);
    const asIs = others.length > 0 || marked;
    const formed = whole || (silent(term) && !all) ? NO_FORMS : asking.has(term) ? certainForms(term, vocabulary) : asked(term, marked, vocabulary);
    // «June» is «يونيو», and then no «جون».
    const forms = others.length && isLatin(term.folded) ? { ...formed, strong: [] } : formed;
    return {
      term: whole ? asOne(terms.slice(whole.from, whole.to)) : term,
      forms,
      says: all || whole !== undefined || !silent(term),
      whole: whole !== undefined,
      free: own.some(({ free }) => free),
      slipped: asIs ? [] : meantForms(forms, vocabulary),
      replaced: false,
      nearby: whole || silent(term) || marked ? [] : around(variants.near(term), forms, vocabulary),
      others,
    };
  });
  const once = words.filter(({ term }, at) => words.findIndex((word) => word.term.folded === term.folded) === at);
  return replacing(once, vocabulary.names);
}

/** @param {Term} term @param {boolean} marked @param {import("./vocabulary.js").Vocabulary} vocabulary @returns {Forms} Of a word between marks that is not there none of its kin. */
function asked(term, marked, vocabulary) {
  const forms = formsOf(term, vocabulary);
  return marked && !certain(forms).length && !isLatin(term.folded) ? { ...forms, strong: [], near: [], begun: [], present: false } : forms;
}

/** @param {Term[]} near @param {Forms} forms @param {import("./vocabulary.js").Vocabulary} vocabulary @returns {Nearby[]} Those in the index, without what finds the word itself. */
function around(near, forms, vocabulary) {
  const own = new Set([...certain(forms), ...forms.strong, ...forms.near, ...forms.begun]);
  return near
    .map((term) => ({
      word: term.text,
      symbols: vocabulary.byLight
        .of(light(term.plain))
        .filter((symbol) => !own.has(symbol) && isFormOf(vocabulary.forms[vocabulary.formOf[symbol]], term)),
    }))
    .filter(({ symbols }) => symbols.length);
}

/** @param {Term[]} terms What is one thing, such as «6/2». @returns {Term} */
function asOne(terms) {
  const text = terms.map((term, at) => (at ? term.joint : "") + term.text).join("");
  return { ...terms[0], text, plain: text, folded: text };
}

/**
 * @param {import("./variants.js").Other} other
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {Other[]} None when no document has one of its words.
 */
function otherwise({ phrase, spelling, factor }, vocabulary) {
  const words = (spelling ?? phrase ?? []).length;
  const joined = phrase && words > 1 && vocabulary.joined(phrase.map(({ plain }) => plain).join(" "));
  const forms = joined
    ? [{ ...NO_FORMS, exact: joined.map((symbol) => ({ symbol, factor: 1 })) }]
    : spelling
      ? spelling.map((words, at) => speltForms(words, at === 0, vocabulary))
      : (phrase ?? []).map((term) => certainForms(term, vocabulary));
  return forms.every((each) => certain(each).length) ? [{ phrase: forms, words, spelt: spelling !== null, factor }] : [];
}

/**
 * The words, and which of them give way to the ones they are likely slips of. A name does not, nor what follows a
 * person's: nothing here is of another who is called much alike. Short words do only where nothing else answers.
 * @param {Meant[]} words
 * @param {import("./names.js").Names} names
 * @returns {Meant[]}
 */
function replacing(words, names) {
  const answered = words.some((word) => word.says && present(word));
  return words.map((word, at) => {
    const [best] = word.forms.slips;
    const named = names.has(word.term.plain) || (at > 0 && names.ofPerson(words[at - 1].term.plain));
    const free = word.slipped.length > 0 && !word.forms.light.length && !word.others.length && !word.nearby.length && !named;
    return { ...word, replaced: free && best.likely && !(best.short && answered) };
  });
}

/**
 * What an unknown word is where it is known so: a letter that was held down («سوريااا»), a hamza on two seats («لاجىء»), or two
 * words where a space was forgotten («المدينةالمنورة», «كوفيد19»).
 * @param {Term} term
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {Term[]}
 */
export function apart(term, vocabulary) {
  const { plain } = term;
  if (plain.length < SHORTEST_PART || formsOf(term, vocabulary).present || !vocabulary.settled(plain)) return [term];
  for (const [slip, meant] of RESPELT) {
    const [other] = slip.test(plain) ? termsOf(plain.replace(slip, meant)) : [];
    if (other && formsOf(other, vocabulary).present) return [{ ...other, text: term.text }];
  }
  // «الموصل» is no «ألم» before «وصل».
  const held = (/** @type {Term} */ { plain: part, folded }) => {
    const own = vocabulary.byFold.of(folded);
    if (part.length === SHORTEST_PART) return own.some((symbol) => vocabulary.plain[symbol] === part);
    return own.length > 0 && (part.length > SHORTEST_PART || /^\d+$/.test(part));
  };
  for (let at = plain.length - 1; at > 0; at--) {
    const parts = [plain.slice(0, at), plain.slice(at)].flatMap(termsOf);
    if (parts.length === 2 && parts.every(held)) return parts;
  }
  return [term];
}

/**
 * Two words that are one in the texts, of which the first is in none («السج ون», «كوفيد 19» of «كوفيد19»).
 * @param {Term[]} terms
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {(term: Term) => boolean} little
 * @returns {Term[]}
 */
function joined(terms, vocabulary, little) {
  return terms.reduce((all, term) => {
    const last = all.at(-1);
    const unknown = last && !little(last) && !formsOf(last, vocabulary).present && vocabulary.settled(last.plain);
    const [whole] = unknown ? termsOf(last.plain + term.plain) : [];
    if (!last || !whole || !vocabulary.byFold.of(whole.folded).length) return [...all, term];
    return [...all.slice(0, -1), { ...whole, text: `${last.text}${term.joint || " "}${term.text}`, joint: last.joint, typing: term.typing }];
  }, /** @type {Term[]} */ ([]));
}

/** @param {Meant} word @returns {boolean} Whether any document can be found by it. */
export const present = (word) => attested(word) || word.nearby.length > 0;

/** @param {Meant} word @returns {boolean} Whether a document has it itself, in whatever form or spelling. */
const attested = ({ forms, others, replaced }) => forms.present || others.length > 0 || replaced;

/**
 * The words found only in kindred forms, and which these are.
 * @param {Meant[]} words
 * @param {string} text The query.
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {number} most
 * @returns {Instead[]}
 */
export function kin(words, text, vocabulary, most) {
  return words
    .filter(({ says, others, replaced }) => says && !others.length && !replaced)
    .map((word) => instead(word, text, [...standIns(word.term, word.forms, vocabulary, most), ...(owned(word) ? [] : near(word, most))]))
    .filter(({ forms }) => forms.length);
}

/**
 * The words that bring words of their field with them, and which.
 * @param {Meant[]} words
 * @param {number} most
 * @returns {{word: string, forms: string[]}[]}
 */
export const accompanied = (words, most) =>
  words
    .filter((word) => word.says && word.nearby.length && owned(word))
    .map((word) => ({ word: word.term.text, forms: near(word, most) }));

/** @param {Meant} word @returns {boolean} Whether a document has its own letters or its stem, or another spelling. */
const owned = ({ forms, others }) => forms.exact.length + forms.light.length + others.length > 0;

/** @param {Meant} word @param {number} most @returns {string[]} */
const near = ({ nearby }, most) => nearby.slice(0, most).map(({ word }) => word);

/**
 * The words that gave way, what stands for each, and the query that asks for it all the same.
 * @param {Meant[]} words
 * @param {string} text The query.
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {number} most
 * @returns {Instead[]}
 */
export function replacements(words, text, vocabulary, most) {
  return words
    .filter(({ says, replaced }) => says && replaced)
    .map((word) => instead(word, text, called([...word.forms.slips.map((slip) => slip.word), ...standIns(word.term, word.forms, vocabulary, most)]).slice(0, most)));
}

/** @param {Meant} word @param {string} text The query. @param {string[]} forms @returns {Instead} */
const instead = ({ term }, text, forms) => ({ word: term.text, forms, asWritten: inMarks(text, term.text) });

/** @param {Forms} forms @returns {number[]} */
export const certain = (forms) => [...forms.exact.map((f) => f.symbol), ...forms.light];

/**
 * The symbols of the words that a reader is shown as found, with the class they come from. A word of a longer phrase that
 * stands for another is one only as it is spelled there: for «داعش» no «الدولية» because of «تنظيم الدولة».
 * @param {Meant} word
 * @returns {[number, number][]} Symbol and worth.
 */
export function finders({ forms, others, nearby, slipped, replaced }) {
  const spelled = (/** @type {Forms[]} */ phrase) =>
    phrase.flatMap((each) => (phrase.length > 1 ? each.exact.map(({ symbol }) => symbol) : certain(each)));
  return [
    ...nearby.flatMap(({ symbols }) => symbols).map((s) => /** @type {[number, number]} */ ([s, WEIGHT.nearby])),
    ...(replaced ? slipped : []).map(({ symbol, factor }) => /** @type {[number, number]} */ ([symbol, WEIGHT.near * factor])),
    ...forms.strong.map((s) => /** @type {[number, number]} */ ([s, WEIGHT.strong])),
    ...forms.near.map((s) => /** @type {[number, number]} */ ([s, WEIGHT.near])),
    ...forms.begun.map((s) => /** @type {[number, number]} */ ([s, WEIGHT.begun])),
    ...others.flatMap(({ phrase }) => spelled(phrase)).map((s) => /** @type {[number, number]} */ ([s, OTHER])),
    ...forms.light.map((s) => /** @type {[number, number]} */ ([s, WEIGHT.light])),
    ...forms.exact.map(({ symbol }) => /** @type {[number, number]} */ ([symbol, WEIGHT.light + WEIGHT.exact])),
  ];
}

/** @param {Meant} word @returns {number[]} The symbols that find documents by a word or rank them. */
export const telling = (word) => [
  ...finders(word).map(([symbol]) => symbol),
  ...word.others.flatMap(({ phrase }) => phrase.flatMap(certain)),
  ...word.slipped.map(({ symbol }) => symbol),
];

/**
 * @param {Meant} word
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {Lookup} postings
 * @param {(form: number) => boolean} reachable Whether a form that is merely alike may be read.
 * @returns {import("./rank.js").Unit}
 */
export function unit(word, vocabulary, postings, reachable) {
  const { forms } = word;
  const part = (/** @type {number} */ symbol, factor = 1) => ({ postings: postings(symbol), factor });
  const parts = (/** @type {number[]} */ symbols) => symbols.map((s) => part(s));
  const others = word.others.map(({ phrase, spelt, factor }) => ({
    spelt,
    postings: together(phrase, postings),
    factor: factor * (spelt ? SPELT : OTHER),
  }));
  const exact = forms.exact.map(({ symbol, factor }) => part(symbol, factor));
  const classes = [
    { weight: WEIGHT.exact, member: true, parts: [...exact, ...others.filter(({ spelt }) => spelt)] },
    { weight: WEIGHT.light, member: true, parts: [...parts(forms.light), ...others] },
    { weight: WEIGHT.strong, member: true, parts: parts(forms.strong) },
    { weight: WEIGHT.near, member: true, parts: parts(forms.near) },
    { weight: WEIGHT.slip, member: word.replaced, parts: word.slipped.map(({ symbol, factor }) => part(symbol, factor)) },
    { weight: WEIGHT.begun, member: true, parts: parts(forms.begun) },
    ...pieces(word, vocabulary, postings, reachable),
    { weight: WEIGHT.nearby, member: false, beside: true, parts: parts(word.nearby.flatMap(({ symbols }) => symbols)) },
  ];
  return { classes: classes.filter((c) => c.parts.length) };
}

/**
 * A class for each piece of four letters: the forms alike that hold it.
 * @param {Meant} word
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {Lookup} postings
 * @param {(form: number) => boolean} reachable
 * @returns {import("./rank.js").Scored[]}
 */
function pieces(word, vocabulary, postings, reachable) {
  const parts = word.forms.alike.map((form) =>
    reachable(form)
      ? vocabulary.symbolsOfForm(form).map((s) => ({ postings: postings(s), factor: 1 }))
      : [],
  );
  return word.forms.pieces.map((holding) => ({
    weight: WEIGHT.piece,
    member: false,
    parts: holding.flatMap((at) => parts[at]),
  }));
}

/**
 * The documents that hold every word of a phrase, as postings.
 * @param {Forms[]} phrase
 * @param {Lookup} postings
 * @returns {import("./postings.js").Postings}
 */
export function together(phrase, postings) {
  /** @type {Map<number, number> | null} */
  let all = null;
  for (const forms of phrase) {
    /** @type {Map<number, number>} */
    const own = new Map();
    for (const symbol of certain(forms)) {
      const { docs, how } = postings(symbol);
      docs.forEach((doc, at) => {
        const before = all ? all.get(doc) : how[at];
        if (before !== undefined) own.set(doc, shared(before, how[at]));
      });
    }
    all = own;
  }
  if (!all?.size) return NOWHERE;
  const docs = Int32Array.from([...all.keys()].sort((a, b) => a - b));
  return { docs, how: Uint8Array.from(docs, (doc) => /** @type {Map<number, number>} */ (all).get(doc) ?? 0) };
}

/** @param {number} one @param {number} other @returns {number} The fields that both are in, and how often both are, once at least. */
const shared = (one, other) => (one & other & FIELDS) | Math.max(ONCE, Math.min(one & ~FIELDS, other & ~FIELDS));
