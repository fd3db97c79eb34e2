// Which forms of a word belong together: stems, consonants, slips, pieces, other ways to say it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { distance } from "../../docs/assets/search/edits.js";
import { formsOf, nearest, standIns } from "../../docs/assets/search/forms.js";
import { Groups } from "../../docs/assets/search/groups.js";
import { akin } from "../../docs/assets/search/kinship.js";
import { Likeness } from "../../docs/assets/search/likeness.js";
import { termsOf } from "../../docs/assets/search/query.js";
import { grams, light, readings, skeleton, strongKeys, verbStems } from "../../docs/assets/search/stems.js";
import { Variants } from "../../docs/assets/search/variants.js";
import { indexOf, term, vocabularyOf } from "./small.js";

test("a distance beyond its bound is not counted on", () => {
  assert.deepEqual([distance("سجون", "مدرسة", 1), distance("سجون", "سجونهما", 2), distance("", "سج", 5)], [2, 3, 2]);
  assert.equal(distance("ca", "abc", 3), 3);
});

test("a skeleton is a stem without weak letters but for the first", () => {
  assert.deepEqual(["مدير", "اسماء", "ورود"].map(skeleton), ["مدر", "اسم", "ورد"]);
});

test("a stem stands for what remains of it where a text has that", () => {
  const attested = new Set(["سجن", "بلد", "قوم", "جسر", "يقوم"]);
  assert.deepEqual(readings("بسجن", attested), ["بسجن", "سجن"]);
  assert.deepEqual(readings("بلد", attested), ["بلد"]);
  assert.deepEqual(readings("والجسر", attested), ["والجسر", "جسر"]);
  assert.deepEqual(readings("الجسر", attested), ["الجسر", "جسر"]);
  assert.deepEqual(readings("سيقوم", attested), ["سيقوم", "يقوم"]);
  assert.deepEqual(readings("سسجن", attested), ["سسجن"]);
  assert.deepEqual(readings("سجنهم", attested), ["سجنهم", "سجن"]);
  assert.deepEqual([readings("بسجن", new Set()), readings("سجنهم", new Set())], [["بسجن"], ["سجنهم"]]);
});

test("words meet under their consonants, a broken plural's letters, and the sound of a foreign name", () => {
  assert.deepEqual(strongKeys("مدير"), ["مدر"]);
  assert.deepEqual(strongKeys("نار"), ["=نار"]);
  assert.deepEqual(strongKeys("احزاب"), ["احزب", "حزب", "~احزب"]);
  assert.deepEqual(strongKeys("بنتاجون").at(-1), strongKeys("بنتاغون").at(-1));
  assert.deepEqual([strongKeys("مجرب"), strongKeys("ماجوري")], [["مجرب"], ["مجر"]]);
});

test("a verb stands for what it is made of, without the letters of tense and person", () => {
  assert.deepEqual(verbStems("يتقدمن"), ["تقدمن", "تقدم"]);
  assert.deepEqual(verbStems("سيقوم"), ["قوم"]);
  assert.deepEqual([verbStems("تتقدم"), verbStems("يقفز")], [["تقدم"], ["قفز"]]);
  assert.deepEqual([verbStems("تجار"), verbStems("جسر"), verbStems("يقف")], [[], [], []]);
});

test("pieces are cut from a word with its ends", () => {
  assert.deepEqual([...grams("جسر", 4)], ["^جسر", "جسر$"]);
  assert.deepEqual([...grams("جسر", 9)], ["^جسر$"]);
});

test("forms with three consonants in common are kin only where plurals and participles differ so", () => {
  const yes = [["سجن", "سجين"], ["حرب", "حروب"], ["شارع", "شوارع"], ["اسم", "اسماء"], ["جندي", "جنود"], ["مستشف", "مستشفي"], ["سجن", "سجن"], ["ديمقراطيو", "دمقرط"], ["شعراء", "شاعر"]];
  const no = [["مصير", "مصر"], ["اليف", "الاف"], ["مقاوم", "مقام"], ["قيل", "قول"], ["حرب", "حاريوب"], ["مقيم", "مقام"], ["تعاون", "تعين"]];
  assert.deepEqual(yes.filter(([a, b]) => !(akin(a, b) && akin(b, a))), []);
  assert.deepEqual(no.filter(([a, b]) => akin(a, b) || akin(b, a)), []);
});

test("members of a group come in order, and each knows its group", () => {
  const groups = new Groups();
  assert.deepEqual([groups.put("a", 0), groups.put("b", 1), groups.put("a", 3), groups.put("a", 4)], [0, 1, 0, 0]);
  assert.deepEqual([groups.of("a"), groups.of("b"), groups.of("c"), groups.in(0)], [[0, 3, 4], [1], [], [0, 3, 4]]);
  assert.deepEqual([groups.has("a"), groups.has("c"), groups.keys, [...groups.groupOf]], [true, false, ["a", "b"], [0, 1, undefined, 0, 0]]);
});

test("likest are the words that share most pieces, the smaller number first among equals", () => {
  const forms = ["ويلبارغر", "جسر", "ويلبارغرد", "برغر", "ويلبارغرس"];
  const likeness = new Likeness(forms);
  assert.deepEqual(likeness.to("ويلبارغر", 9).map((n) => forms[n]), ["ويلبارغر", "ويلبارغرد", "ويلبارغرس"]);
  assert.deepEqual(likeness.to("ويلبارغر", 2), [0, 2]);
  assert.deepEqual(likeness.to("قمح", 9), []);
  assert.deepEqual(likeness.to("ويلبارغر", 9), [0, 2, 4]);
  assert.deepEqual(likeness.to("ويلبارغرس", 1), [4]);
  assert.deepEqual(new Likeness(["ويلبارغرسشصضطظ", "ويلبارغ"]).to("ويلبارغر", 9), [1, 0]);
});

test("a vocabulary knows symbols by form, stem, consonants and verb", () => {
  const vocabulary = vocabularyOf(["مدرسة", "المدرسة", "مدرسه", "تقدم", "يتقدمون", "سجن", "سجون"]);
  assert.deepEqual(vocabulary.byFold.of("مدرسه"), [0, 2]);
  assert.deepEqual(vocabulary.byLight.of(light("المدرسة")), [0, 1, 2]);
  assert.deepEqual([vocabulary.byFold.has(""), vocabulary.byLight.has("")], [false, false]);
  assert.deepEqual(vocabularyOf(["سجن", "بسجن"]).strong("بسجن"), ["بسجن", "سجن"]);
  assert.deepEqual(vocabulary.symbolsOfForm(vocabulary.formOf[0]), [0, 2]);
  const stems = (/** @type {number[]} */ numbers) => numbers.map((number) => vocabulary.stems[number]);
  assert.deepEqual(stems(vocabulary.stemsOf("سجن")), ["سجن", "سجون"]);
  assert.deepEqual(stems(vocabulary.verbsOf("تقدم")), ["يتقدم"]);
  assert.deepEqual(stems(vocabulary.verbsOf("يتقدم")), ["تقدم", "يتقدم"]);
});

test("words begin so with an article before them or without, at most so many", () => {
  const vocabulary = vocabularyOf(["مدينة", "المدن", "مدير", "سجن", "المال", "ال"]);
  const begun = (/** @type {string} */ start, most = 9) => vocabulary.beginning(start, most).map((form) => vocabulary.forms[form]);
  assert.deepEqual(begun("مد"), ["مدينه", "المدن", "مدير"]);
  assert.deepEqual(begun("مدي"), ["مدينه", "مدير"]);
  assert.deepEqual(begun("ال"), ["المدن", "المال", "ال"]);
  assert.deepEqual(begun("مد", 2), ["مدينه", "المدن"]);
});

/** @param {string} word @param {string[]} symbols @param {boolean} [typing] */
function formsIn(word, symbols, typing) {
  const forms = formsOf(term(word, typing), vocabularyOf(symbols));
  const named = (/** @type {number[]} */ found) => found.map((symbol) => symbols[symbol]);
  return { ...forms, exact: forms.exact.map(({ symbol, factor }) => [symbols[symbol], factor]), light: named(forms.light), strong: named(forms.strong), near: named(forms.near), begun: named(forms.begun) };
}

test("as written counts whole, another spelling less, where the word stands as written", () => {
  assert.deepEqual(formsIn("على", ["علي", "على"]).exact, [["علي", 0.6], ["على", 1]]);
  assert.deepEqual(formsIn("على", ["علي"]).exact, [["علي", 1]]);
});

test("a word has forms of its letters, its stem, its consonants", () => {
  const { exact, light, strong, present } = formsIn("سجن", ["سجن", "السجن", "سجون", "جسر"]);
  assert.deepEqual([exact, light, strong, present], [[["سجن", 1]], ["سجن", "السجن"], ["سجن", "السجن", "سجون"], true]);
});

test("words of the same consonants that are strangers are no forms of one another", () => {
  assert.deepEqual(formsIn("مصير", ["مصر"]).strong, []);
});

test("what says nothing is kin to none", () => {
  const vocabulary = vocabularyOf(["سجون", "جسر"]);
  vocabulary.silent = new Set(["سجون"]);
  assert.deepEqual(formsOf(term("سجن"), vocabulary).strong, []);
});

test("only a word without other forms is taken for a verb or for a slip", () => {
  assert.deepEqual(formsIn("يتقدمون", ["تقدم"]).near, ["تقدم"]);
  assert.deepEqual(formsIn("يتقدمون", ["تقدم", "يتقدم"]).near, []);
});

test("what a word may have been meant for is looked for where no text has its letters or its stem", () => {
  const slips = (/** @type {string} */ word, /** @type {string[]} */ ...symbols) => formsIn(word, symbols).slips.map(({ word }) => word);
  assert.deepEqual(slips("السجوم", "السجون", "جسر"), ["السجون"]);
  assert.deepEqual(slips("السجون", "السجوم", "للسجون"), []);
  assert.deepEqual(slips("يتقدموم", "تقدم"), []);
});

test("only a word that is being typed has forms that begin so", () => {
  assert.deepEqual(formsIn("مدي", ["مدينة", "مدير", "جسر"], true).begun, ["مدينة", "مدير"]);
  assert.deepEqual(formsIn("مدي", ["مدينة", "مدير", "جسر"]).begun, []);
  assert.deepEqual(formsIn("م", ["مدينة"], true).begun, []);
});

test("no more forms are looked at than help", () => {
  const many = Array.from({ length: 80 }, (_, n) => `مدين${String.fromCharCode(0x628 + (n % 9))}${n}`);
  assert.equal(formsIn("مدين", many, true).begun.length, 64);
  assert.equal(formsIn("مدين", many).alike.length, 24);
});

test("forms are worked out once for a word, typed and done apart", () => {
  const vocabulary = vocabularyOf(["مدينة"]);
  const first = formsOf(term("مدينة"), vocabulary);
  assert.equal(formsOf(term("مدينة"), vocabulary), first);
  assert.notEqual(formsOf(term("مدينة", true), vocabulary), first);
  for (let n = 0; n < 200; n++) formsOf(term(`س${n}`), vocabulary);
  assert.notEqual(formsOf(term("مدينة"), vocabulary), first, "no more are kept than so many");
});

test("pieces say which forms alike hold them", () => {
  const { alike, pieces } = formsIn("ويلبرغر", ["ويلبارغر", "برغر"]);
  assert.deepEqual([alike, pieces], [[0, 1], [[0], [0], [], [], [1], [0, 1]]]);
});

test("stand-ins are kindred forms, most alike first, for a word that has none of its own", () => {
  const symbols = ["سجون", "سجين", "جسر"];
  const vocabulary = vocabularyOf(symbols);
  assert.deepEqual(standIns(term("سجن"), formsOf(term("سجن"), vocabulary), vocabulary, 3), ["سجون", "سجين"]);
  assert.deepEqual(standIns(term("سجن"), formsOf(term("سجن"), vocabulary), vocabulary, 1), ["سجون"]);
  assert.deepEqual(standIns(term("سجون"), formsOf(term("سجون"), vocabulary), vocabulary, 3), []);
});

test("of a name only the name is itself: what else has its stem stands in for it, and is told", () => {
  const vocabulary = vocabularyOf(["طالب", "والطالبات", "ببغداد", "وبغداد"]);
  vocabulary.names.has = (plain) => ["طالبان", "بغداد", "البغدادي"].includes(plain);
  const found = (/** @type {string} */ word) => standIns(term(word), formsOf(term(word), vocabulary), vocabulary, 3);
  assert.deepEqual([found("طالبان"), found("بغداد"), found("البغدادي")], [["طالب", "والطالبات"], [], ["ببغداد", "وبغداد"]]);
  vocabulary.names.has = () => false;
  assert.deepEqual(found("طالبان"), []);
});

test("the nearest words differ in a third of the letters at most, the nearest of them first", () => {
  const vocabulary = vocabularyOf(["سوريا", "سورياس", "قس", "جسر"]);
  const found = (/** @type {string} */ word) => nearest(term(word), formsOf(term(word), vocabulary), vocabulary, 3);
  assert.deepEqual(found("سوريات"), ["سوريا", "سورياس"]);
  assert.deepEqual(found("مستشفيات"), []);
  const far = vocabularyOf(["سوريقمكلد"]);
  const forms = formsOf(term("سوريات"), far);
  assert.deepEqual([forms.alike, nearest(term("سوريات"), forms, far, 3)], [[0], []]);
});

/** @param {string} query @returns {[number, number, string[]][]} */
function others(query) {
  const variants = new Variants(indexOf([], { variants: [["داعش", "تنظيم الدولة"]] }).root);
  return variants.of(termsOf(query)).map(({ from, to, others }) => [from, to, others.map(({ phrase }) => (phrase ?? []).map(({ text }) => text).join(" "))]);
}

test("a phrase is said in the other ways of its group, where it stands", () => {
  assert.deepEqual(others("هجوم تنظيم الدولة"), [[1, 3, ["داعش"]]]);
  assert.deepEqual(others("داعش"), [[0, 1, ["تنظيم الدولة"]]]);
  assert.deepEqual(others("تنظيم كبير"), []);
});

test("one and many are forms of one word, whatever letters a plural hides, and so is who is of a country", () => {
  const rows = `مسجون المساجين، مجنون المجانين، قانون القوانين، مليون الملايين، ميدان الميادين، عنوان العناوين، صاروخ الصواريخ، شاحنة الشاحنات،
    قائد القادة، نائب النواب، رئيس الرؤساء، مدير المدراء، قضية القضايا، خلية الخلايا، عضو الأعضاء، مدينة المدن، شيخ الشيوخ، باب الأبواب، قول الأقوال،
    وكالة الوكالة، وزير الوزير، لبنان اللبناني، قانون القانونية، فلسطين الفلسطينيين، روسيا الروسي، تركيا الأتراك، قطاع القطاعين`;
  for (const [one, other] of rows.split("،").map((row) => row.trim().split(" "))) {
    for (const [asked, held] of [[one, other], [other, one]]) assert.ok(formsOf(term(asked), vocabularyOf([held])).present, `${asked} ${held}`);
  }
});

test("names of few consonants are kin to nothing, and their endings are their own", () => {
  const vocabulary = vocabularyOf(["السعودية", "سعد", "القذافي", "العراقيين"]);
  vocabulary.names.has = (plain) => ["سعود", "سعد", "قذاف", "عراق"].includes(light(plain));
  for (const word of ["سعدات", "قذيفة"]) assert.ok(formsOf(term(word), vocabulary).strong.length === 0, word);
  assert.deepEqual([formsOf(term("سعدات"), vocabulary).present, formsOf(term("العراق"), vocabulary).present], [false, true]);
});

test("a day, a month or a number has no forms beside itself, and nothing is meant by a little word", () => {
  const vocabulary = vocabularyOf(["احد", "تحد", "والأحد", "ثلاثة", "ثلاثون", "حياة", "اب"]);
  const dates = { weekdays: ["الاحد"], months: [["آب"]], double: ["آب"] };
  vocabulary.little = new Variants(indexOf([], { numbers: { tens: { 30: "ثلاثون ثلاثين" } }, dates, little: { kept: ["أحيانا"] } }).root);
  const found = (/** @type {string} */ word) => formsOf(term(word), vocabulary);
  const words = (/** @type {string} */ word) => [...found(word).exact.map(({ symbol }) => symbol), ...found(word).light].map((symbol) => vocabulary.plain[symbol]);
  assert.deepEqual([words("الأحد"), words("ثلاثون"), words("أب")], [["والأحد"], ["ثلاثون"], ["اب", "اب"]]);
  assert.deepEqual([found("الأحد"), found("ثلاثون"), found("أحيانا")].flatMap(({ strong, slips }) => [...strong, ...slips]), []);
});

test("the words of asking are no part of what is asked of", () => {
  const little = { asks: ["كم", "أين"], asked: ["عدد", "يبلغ", "يقع"] };
  const variants = new Variants(indexOf([], { stop: ["في", "كم"], little }).root);
  const asking = (/** @type {string} */ text) => [...variants.asking(termsOf(text))].map(({ text }) => text);
  assert.deepEqual(asking("في كم يبلغ عدد سكان أين"), ["كم", "يبلغ", "عدد"]);
  assert.deepEqual([asking("أين يقع السجن"), asking("عدد السجناء"), asking("يقع عدد")], [["أين", "يقع"], [], []]);
});
