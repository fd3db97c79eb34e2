/**
 * The forms of a word that an index holds, class by class, and what it might have meant when it holds none.
 * @module
 */
import { distance } from "./edits.js";
import { akin } from "./kinship.js";
import { seldom, slips } from "./slips.js";
import { arabicKeys, isLatin } from "./sounds.js";
import { grams, headless, light, readings, skeleton, strongKeys } from "./stems.js";
import { fold } from "./text.js";

/** @typedef {{symbol: number, factor: number}} Form */
/**
 * `present` is false when only pieces of the word occur.
 * @typedef {object} Forms
 * @property {Form[]} exact Same letters after folding.
 * @property {number[]} light Same light stem.
 * @property {number[]} strong Same consonants or sound.
 * @property {number[]} near A tense away; only for a word without the others.
 * @property {import("./slips.js").Slip[]} slips What it may have been meant for; only for a word without letters or stem.
 * @property {number[]} begun Words that begin so; only while it is being typed.
 * @property {number[]} alike Folded forms that share pieces with it.
 * @property {number[][]} pieces For each piece of four letters the places in `alike` of the forms that hold it.
 * @property {boolean} present
 */

/** Folding joins على and علي; as written goes first. */
const FOLDED = 0.6;
const ALIKE = 24;
const BEGUN = 64;
const SHORTEST_BEGUN = 2;
/** A word of so many letters may differ in two from what is suggested; in its first none does. */
const TWO_SLIPS = 7;
/** Letters joined before a word. */
const JOINED = /^[وفبلك]{1,2}$/;
const LETTERS_JOINED = "وفبلك";
/** Of three letters «لام» would be found in «كلام». */
const SHORTEST_JOINED = 4;
/** «و» that may be of the word: «وزير» has the stem of «زير», «الوزير» has not. */
const OWN_WAW = /^و(?!ال|لل)/;
const WITH_ARTICLE = /^.?(?:ال|لل)و/;
/** An ending that in a name is of the name: «سعدات» and «لبنان» are no forms of «سعد» and «لبن». */
const OF_A_NAME = /^...(?:ات|ان|ون|ين)$/;
/** Plurals of persons. */
const MANY = /اء$/;
/** Fewer consonants are shared by many names. */
const NAME_BONES = 4;
/** A letter that may be joined to an unknown word: enough remains behind it to be one. «ك» begins too many («كهرباء»). */
const CARRIED = /^[وفبل](?=.{4})/;
/** Fewer Latin letters sound like too much («oil», «آل»). */
const SHORTEST_SOUND = 4;
/** How fast less likely words lose, and what the kin of a word are worth beside it. */
const DOUBT = 3;
/** Endings left on a stem, which may be of the word: «اليومانيين» is no two days. */
const DOUBTFUL = /^(?:ان|ين|ون)$/;
const KIN = 0.7;
/**
 * What another inflection costs beside a slip, and what a slip is worth where there is one: «سليان» may be «سليمان». Asked
 * only where all words are at hand: most queries have such a word, and the lists of stems would cost requests.
 */
const INFLECTED = 0.3;
const RIVAL = 0.5;
const REMEMBERED = 200;
const PIECE = 4;

/** What may be joined to a number. */
const BEFORE_NUMBERS = ["", "و", "ف", "ب", "ل", "ك", "ال"];

/** @type {Forms} */
export const NO_FORMS = { exact: [], light: [], strong: [], near: [], slips: [], begun: [], alike: [], pieces: [], present: false };

/**
 * The symbols of words that are spelled out and mean nothing else: no other form of them will do.
 * @param {string[]} spelled Folded; what is not needs its own letters («آب» is no «أب»).
 * @param {boolean} first Whether it begins a phrase, so that «و» and the like may stand before it.
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {Forms}
 */
export function speltForms(spelled, first, vocabulary) {
  const exact = spelled.flatMap((word) =>
    (first ? BEFORE_NUMBERS : [""]).flatMap((before) => {
      const own = fold(word) === word ? null : before + word;
      const found = before ? vocabulary.byFold.atHand(fold(before + word)) : vocabulary.byFold.of(fold(word));
      return found.filter((symbol) => !own || vocabulary.plain[symbol] === own);
    }),
  );
  return { ...NO_FORMS, exact: exact.map((symbol) => ({ symbol, factor: 1 })), present: exact.length > 0 };
}

/**
 * @param {import("./query.js").Term} term
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {Forms}
 */
export function formsOf(term, vocabulary) {
  const { remembered } = vocabulary;
  const key = `${term.typing ? "+" : "="}${term.plain}`;
  let found = remembered.get(key);
  if (!found) {
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(key, (found = derived(term, vocabulary)));
  }
  return found;
}

/**
 * The forms of a word that are certainly its own, where no others are asked for: a word to leave out, another way to say one.
 * @param {import("./query.js").Term} term
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {Forms}
 */
export function certainForms(term, vocabulary) {
  // «علي» is not found in «على».
  const { silent, names } = vocabulary;
  const says = (/** @type {number} */ symbol) => silent.has(term.plain) || !names.has(term.plain) || !silent.has(vocabulary.plain[symbol]);
  const folded = vocabulary.byFold.of(term.folded).filter(says);
  const asWritten = folded.some((symbol) => vocabulary.plain[symbol] === term.plain);
  const exact = folded.map((symbol) => ({
    symbol,
    factor: !asWritten || vocabulary.plain[symbol] === term.plain ? 1 : FOLDED,
  }));
  const stem = light(term.plain);
  const own = withWaw(term.plain, (each) => vocabulary.byLight.of(each), vocabulary).filter(ofOneName(term.plain, vocabulary)).filter(says);
  const stemmed = exact.length || own.length || stem.length < SHORTEST_JOINED ? own : joinedTo(stem, vocabulary);
  return { ...NO_FORMS, exact, light: stemmed, present: exact.length + stemmed.length > 0 };
}

/** @param {string} plain @param {import("./vocabulary.js").Vocabulary} vocabulary @returns {string} The name that a word is, with an ending of its own; empty for any other. */
function nameOf(plain, { names }) {
  const word = headless(plain);
  return OF_A_NAME.test(word) && names.has(plain) ? word : "";
}

/** @param {string} plain @param {import("./vocabulary.js").Vocabulary} vocabulary @returns {(symbol: number) => boolean} Whether a word of the same stem is not another name. */
function ofOneName(plain, vocabulary) {
  const [stem, name] = [light(plain), nameOf(plain, vocabulary)];
  return (symbol) => nameOf(vocabulary.plain[symbol], vocabulary) === name || light(vocabulary.plain[symbol]) !== stem;
}

/**
 * What is found for the stem of a word, and for the other that it has where «و» may be of it.
 * @param {string} plain
 * @param {(stem: string) => number[]} found
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {number[]}
 */
function withWaw(plain, found, vocabulary) {
  const stem = light(plain);
  const owns = (/** @type {string} */ word) => OWN_WAW.test(word) || OWN_WAW.test(light(word));
  if (!owns(plain)) return found(stem);
  const other = OWN_WAW.test(stem) ? stem.slice(1) : light(`ال${plain}`);
  if (OWN_WAW.test(other) && !vocabulary.byLight.of(other).some((symbol) => WITH_ARTICLE.test(vocabulary.plain[symbol]))) return found(stem);
  return [...found(stem), ...found(other).filter((symbol) => owns(vocabulary.plain[symbol]))];
}

/** @param {string} stem @param {import("./vocabulary.js").Vocabulary} vocabulary @returns {number[]} The words of a stem that stands only with a letter joined to it. */
const joinedTo = (stem, vocabulary) => [...LETTERS_JOINED].flatMap((letter) => vocabulary.byLight.atHand(letter + stem));

/**
 * @param {import("./query.js").Term} term
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {Forms}
 */
function derived(term, vocabulary) {
  const stem = light(term.plain);
  const { little } = vocabulary;
  const begun = term.typing ? beginning(term.folded, vocabulary) : [];
  if (little.fixed(term)) {
    const own = speltForms([term.folded], true, vocabulary);
    return { ...own, begun, present: own.present || begun.length > 0 };
  }
  const { exact, light: lightForms } = certainForms(term, vocabulary);
  const settled = vocabulary.settled(term.plain);
  const strong = little.kept(term) ? [] : !isLatin(stem) ? carried(term.plain, exact.length + lightForms.length > 0, vocabulary) : exact.length || !settled ? [] : sounding(stem, vocabulary);
  const alike = vocabulary.alike(term.folded, ALIKE);
  const known = exact.length + lightForms.length + strong.length + begun.length > 0;
  const near = known || !settled || little.kept(term) ? [] : vocabulary.verbsOf(stem).flatMap((number) => vocabulary.byLight.in(number));
  const present = known || near.length > 0;
  const sure = little.kept(term) || exact.length + begun.length + near.length > 0 || readings(stem, vocabulary.byLight).some((read) => read !== stem && !DOUBTFUL.test(stem.slice(read.length)));
  const slipped = sure || !settled || (lightForms.length && !vocabulary.whole) ? [] : slips(term.plain, vocabulary);
  const rival = slipped.length && lightForms.length ? INFLECTED + seldom(vocabulary.attested(stem)?.rank ?? 0) : Infinity;
  const likelier = slipped.filter(({ likely, cost }) => cost < rival && (likely || !strong.length));
  const pieces = shared(term.folded, alike, vocabulary);
  return { exact, light: lightForms, strong, near, slips: likelier, begun, alike, pieces, present };
}

/** @param {string} folded @param {number[]} alike @param {import("./vocabulary.js").Vocabulary} vocabulary @returns {number[][]} */
function shared(folded, alike, vocabulary) {
  const held = alike.map((form) => grams(vocabulary.forms[form], PIECE));
  return [...grams(folded, PIECE)].map((piece) => held.flatMap((grams, at) => (grams.has(piece) ? [at] : [])));
}

/**
 * The kin of a word; where it has none and is unknown, what remains of it behind a joined letter, and its kin («بسجون»: «السجن»).
 * @param {string} plain
 * @param {boolean} known
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {number[]}
 */
function carried(plain, known, vocabulary) {
  const found = withWaw(plain, (stem) => kindred(stem, vocabulary), vocabulary).filter(ofOneName(plain, vocabulary));
  if (found.length || known || !CARRIED.test(plain) || vocabulary.names.has(plain)) return found;
  const rest = light(plain.slice(1));
  return [...new Set([...vocabulary.byLight.of(rest), ...kindred(rest, vocabulary)])];
}

/** @param {string} stem @param {import("./vocabulary.js").Vocabulary} vocabulary @returns {number[]} */
function kindred(stem, vocabulary) {
  const { byLight, names } = vocabulary;
  const has = (/** @type {string} */ one) => one === stem || byLight.has(one);
  const own = readings(stem, byLight);
  const near = new Set(vocabulary.strong(stem).flatMap((key) => vocabulary.stemsOf(key)));
  return [...near]
    .filter((number) => {
      const others = readings(vocabulary.stems[number], { has });
      const named = names.has(stem) || names.has(vocabulary.plain[byLight.in(number)[0]]);
      return own.some((one) => others.some((other) => related(one, other, named)));
    })
    .flatMap((number) => byLight.in(number))
    .filter((symbol) => !vocabulary.silent.has(vocabulary.plain[symbol]));
}

/**
 * The words in Latin letters that sound like an unknown one, and the Arabic names it may spell.
 * @param {string} stem
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {number[]}
 */
function sounding(stem, vocabulary) {
  const { names, byLight } = vocabulary;
  const latin = kindred(stem, vocabulary);
  if (stem.length < SHORTEST_SOUND) return latin;
  const keys = arabicKeys(stem, (spelt) => strongKeys(light(spelt)));
  const spelt = new Set(keys.flatMap((key) => vocabulary.stemsOf(key)));
  // As a whole: «ISIL» is no «باسيل» that has lost its first letter.
  const named = (/** @type {string} */ word) => names.has(word) && strongKeys(light(word)).some((key) => keys.includes(key));
  return [...latin, ...[...spelt].flatMap((number) => byLight.in(number)).filter((symbol) => named(vocabulary.plain[symbol]))];
}

/** @param {string} one @param {string} other @param {boolean} named Whether one is a name: «سعد» and «سعود» are two. @returns {boolean} */
function related(one, other, named) {
  if (named && one !== other && skeleton(one).length < NAME_BONES && !isLatin(one) && !MANY.test(one) && !MANY.test(other)) return false;
  const keys = strongKeys(one);
  return strongKeys(other).some((key) => keys.includes(key)) && akin(one, other);
}

/**
 * The forms of what a word may have been meant for: those of its stem count more than its kin.
 * @param {Forms} forms
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {Form[]}
 */
export function meantForms({ slips, light }, vocabulary) {
  const worth = light.length ? RIVAL : 1;
  return slips.flatMap(({ stem, cost }) => {
    const factor = worth * Math.exp(DOUBT * (slips[0].cost - cost));
    const form = (/** @type {number} */ symbol, kin = 1) => ({ symbol, factor: factor * kin });
    const own = vocabulary.byLight.of(stem);
    return [...own.map((symbol) => form(symbol)), ...kindred(stem, vocabulary).map((symbol) => form(symbol, KIN))];
  });
}

/** @param {string} start @param {import("./vocabulary.js").Vocabulary} vocabulary @returns {number[]} */
function beginning(start, vocabulary) {
  if (start.length < SHORTEST_BEGUN) return [];
  return vocabulary.beginning(start, BEGUN).flatMap((form) => vocabulary.symbolsOfForm(form));
}

/** @param {string} word @returns {string} One in Latin letters as names are written: the index has small letters. */
const cased = (word) => (isLatin(word) ? word[0].toUpperCase() + word.slice(1) : word);

/** @param {string[]} words @returns {string[]} As one is told of them, in Arabic where some are. */
export function called(words) {
  const arabic = words.filter((word) => !isLatin(word));
  return [...new Set(arabic.length ? arabic : words.map(cased))];
}

/**
 * @param {string} plain
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {(symbol: number) => boolean} Whether a word of its stem is the word; of a name only the name is («زيادة» is not «الزيادي»).
 */
function isItself(plain, vocabulary) {
  const name = headless(plain);
  return (symbol) => !vocabulary.names.has(plain) || headless(vocabulary.plain[symbol]) === name;
}

/**
 * What stands in for a word of which the index has neither the letters nor the stem, as written, most alike first. With a
 * letter joined to it («لعدد») it is there.
 * @param {import("./query.js").Term} term
 * @param {Forms} forms
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {number} most
 * @returns {string[]}
 */
export function standIns({ plain, folded }, forms, vocabulary, most) {
  if (forms.exact.length || forms.begun.length || forms.light.some(isItself(plain, vocabulary))) return [];
  const formOf = (/** @type {number} */ symbol) => vocabulary.forms[vocabulary.formOf[symbol]];
  if (forms.strong.some((symbol) => formOf(symbol).endsWith(folded) && JOINED.test(formOf(symbol).slice(0, -folded.length)))) return [];
  const rank = new Map(forms.alike.map((form, at) => [form, at]));
  const place = (/** @type {number} */ symbol) => rank.get(vocabulary.formOf[symbol]) ?? forms.alike.length;
  const found = [...new Set([...forms.light, ...forms.strong, ...forms.near])].sort((a, b) => place(a) - place(b) || a - b);
  return called(found.map((symbol) => vocabulary.plain[symbol])).slice(0, most);
}

/**
 * Words of the index closest to one it lacks, as written there; the likeliest meant first.
 * @param {import("./query.js").Term} term
 * @param {Forms} forms
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {number} most
 * @returns {string[]}
 */
export function nearest(term, forms, vocabulary, most) {
  if (/\d/.test(term.plain)) return [];
  const bound = term.folded.length < TWO_SLIPS ? 1 : 2;
  const first = light(term.plain)[0];
  const alike = forms.alike
    .map((form) => ({ form, apart: distance(term.folded, vocabulary.forms[form], bound) }))
    .filter(({ form, apart }) => apart <= bound && vocabulary.forms[form].length > 2 && light(vocabulary.forms[form])[0] === first)
    .sort((a, b) => a.apart - b.apart || a.form - b.form)
    .map(({ form }) => vocabulary.plain[vocabulary.symbolsOfForm(form)[0]]);
  const meant = forms.slips.filter(({ likely, short }) => likely && !short).map(({ word }) => word);
  return [...new Set([...meant, ...alike])].filter((word) => !vocabulary.silent.has(word)).slice(0, most).map(cased);
}
