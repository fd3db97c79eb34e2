import assert from "node:assert/strict";
import { test } from "node:test";
import { distance, slip } from "../../docs/assets/search/edits.js";
import { mayBegin, slips, spelledLike } from "../../docs/assets/search/slips.js";
import { formsOf } from "../../docs/assets/search/forms.js";
import { sound } from "../../docs/assets/search/sounds.js";
import { article, searchOf, term, vocabularyOf } from "./small.js";

test("what hands and ears often do costs less than what they seldom do", () => {
  const cost = (/** @type {string} */ typed, /** @type {string} */ meant) => distance(typed, meant, 3, slip);
  assert.ok(cost("سجوت", "سجون") < cost("سجوق", "سجون"), "a key beside it, one far off");
  assert.ok(cost("زباط", "ضباط") > cost("ظباط", "ضباط"), "one pair of sounds does not make another");
  assert.ok(cost("سحون", "سجون") < cost("سفون", "سجون"));
  assert.ok(cost("سجوون", "سجون") < cost("سجوقن", "سجون"), "a letter twice, a letter from nowhere");
  assert.ok(cost("سوجن", "سجون") < 1, "two in each other's place are one slip");
});

test("one letter may differ from three on, two from seven", () => {
  const like = (/** @type {string} */ typed, /** @type {string[]} */ ...stems) =>
    spelledLike(typed, stems.map((stem) => ({ stem, rank: 1, named: false }))).map(({ stem }) => stem);
  assert.deepEqual(like("قتل", "قبل", "قتال", "قبر", "قت", "قتل"), ["قبل", "قتال"]);
  assert.deepEqual(like("متضاهر", "متظاهر"), ["متظاهر"]);
  assert.deepEqual([like("متضاهرت", "متظاهرن"), like("متضاهت", "متظاهن")], [["متظاهرن"], []]);
});

test("the first letter of a word is taken for one that sounds like it, and behind an article for its neighbours too", () => {
  assert.deepEqual([mayBegin("كوريا", "س", false), mayBegin("ظباط", "ض", false), mayBegin("شجون", "س", false)], [false, true, false]);
  assert.deepEqual([mayBegin("شجون", "س", true), mayBegin("جسون", "س", true)], [true, true]);
});

/** @type {[string, string, string[]][]} */
const MEANT = [
  ["a letter missed, doubled, beside it on the keyboard, in its neighbour's place", "السجون", ["السجوم", "السجوون", "السحون", "السوجن"]],
  ["in the article", "السجون", ["اسجون", "االسجون", "لاسجون", "ابسجون", "اسلجون"]],
  ["in the ending", "المخيمات", ["المخيمتا", "المخيماات"]],
  ["by ear", "المتظاهرين", ["المتضاهرين", "المتزاهرين"]],
];
for (const [kind, word, typed] of MEANT) {
  test(`a slip is seen through: ${kind}`, () => {
    const vocabulary = vocabularyOf([word, "جسر", "مدرسة", "كتاب"]);
    for (const one of typed) assert.deepEqual(slips(one, vocabulary).map((found) => [found.word, found.likely]), [[word, true]], one);
  });
}

test("of two as near the one that stands more often is meant", () => {
  const rare = Array.from({ length: 200 }, (_, n) => `جسر${n}`);
  assert.equal(slips("القن", vocabularyOf(["القرن", ...rare, "القطن"]))[0].word, "القرن");
  assert.equal(slips("القن", vocabularyOf(["القطن", ...rare, "القرن"]))[0].word, "القطن");
});

test("a word that nothing holds gives way to the one it is a slip of, says so, and can be asked for as written", async () => {
  const search = searchOf([article("سجون المدينة"), article("مدرسة الحي")]);
  const found = await search.query("السجوم");
  assert.deepEqual([found.total, found.absent, found.kin], [1, [], []]);
  assert.deepEqual(found.replaced, [{ word: "السجوم", forms: ["سجون"], asWritten: "«السجوم»" }]);
  const asked = await search.query(found.replaced[0].asWritten);
  assert.deepEqual([asked.total, asked.absent, asked.nearest, asked.replaced], [0, ["السجوم"], ["سجون"], []]);
  assert.equal((await search.query("المدينة والسجوم كلها")).replaced[0].asWritten, "المدينة «والسجوم» كلها");
});

test("a word of three letters gives way only where nothing else answers", async () => {
  const search = searchOf([article("سجن المدينة"), article("مدرسة")]);
  assert.equal((await search.query("سحن")).total, 1);
  const { hits, absent } = await search.query("سحن المدرسة");
  assert.deepEqual([hits.map(({ url }) => url), absent], [["1/"], ["سحن"]]);
});

test("names in Latin letters meet by their consonants as they sound, short ones by their vowels too", () => {
  for (const [one, other] of [["baghuz", "baghouz"], ["wilbarger", "wheelbarger"], ["hawl", "hol"], ["daech", "daesh"], ["khaled", "khalid"], ["jaafar", "djafar"], ["qasem", "kasim"]]) {
    assert.equal(sound(one), sound(other), one);
  }
  for (const [one, other] of [["hol", "hill"], ["parker", "barker"], ["moscow", "mosul"]]) assert.notEqual(sound(one), sound(other), one);
});

test("a name in Latin letters finds the Arabic one, and no word that is no name", () => {
  const names = ["باغوز", "داعش", "هول", "حسكة", "غويران", "كوباني", "جولاني", "باسيل"];
  const vocabulary = vocabularyOf([...names, "بارك", "ادوات"]);
  vocabulary.names.has = (plain) => names.includes(plain);
  const found = (/** @type {string} */ word) => formsOf(term(word), vocabulary).strong.map((symbol) => vocabulary.plain[symbol]);
  const spelt = ["baghuz", "daesh", "hawl", "hasakah", "ghwayran", "kobani", "jolani"];
  assert.deepEqual(spelt.map((word) => found(word)[0]), names.slice(0, -1));
  assert.deepEqual([found("bark"), found("weather"), found("isil")], [[], [], []]);
});
