// What counts how much: the classes of forms, the parts of a document, rarity, length, and what comes first.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BitReader, lowBits } from "../../docs/assets/search/bits.js";
import { better, first } from "../../docs/assets/search/first.js";
import { nearness } from "../../docs/assets/search/nearness.js";
import { inTitle, NOWHERE, postingsOf } from "../../docs/assets/search/postings.js";
import { rank } from "../../docs/assets/search/rank.js";
import { Search } from "../../docs/assets/search/search.js";
import { FIELD } from "../../docs/assets/search/texts.js";
import { certain, finders, kin, present, together, unit, WEIGHT } from "../../docs/assets/search/units.js";
import { article, BitWriter, indexOf, meant, searchOf, term, wordsOf } from "./small.js";

const FILLING = "كلام آخر لا صلة له بما يبحث عنه القارئ";

/** @param {import("./small.js").Document[]} documents @param {string} query @param {import("../../docs/assets/search/search.js").Options} [options] */
const scores = async (documents, query, options) => {
  const { hits } = await searchOf(documents).query(query, { limit: 50, ...options });
  return Object.fromEntries(hits.map(({ url, score }) => [Number.parseInt(url, 10), score]));
};

test("each class of forms weighs what a document gets by it alone", async () => {
  /** @type {["exact" | "light" | "strong" | "near" | "begun", string, string, boolean][]} */
  const cases = [["exact", "سجون", "سجون", false], ["light", "سجون", "السجون", false], ["strong", "سجن", "سجون", false], ["near", "يتقدمون", "تقدم", false], ["begun", "مدي", "مدير", true]];
  const rest = [article(FILLING), article(FILLING), article(FILLING)];
  for (const [kind, query, word, typing] of cases) {
    const index = indexOf([article(`${word} ${FILLING}`), ...rest]);
    const { forms } = meant(query, index, typing)[0];
    const alone = { ...forms, exact: [], light: [], strong: [], near: [], begun: [], pieces: [], [kind]: forms[kind] };
    const { postings } = await index.store.view().gather([]);
    const made = unit({ term: term(query), forms: alone, says: true, whole: false, free: false, others: [], nearby: [], slipped: [], replaced: false }, wordsOf(index), postings, () => false);
    assert.deepEqual(made.classes.map(({ weight, member }) => [weight, member]), [[WEIGHT[kind], true]], kind);
    const { found, scores: given } = rank(index, [made]);
    const whole = rank(index, [{ classes: made.classes.map((one) => ({ ...one, weight: 1 })) }]).scores[0];
    assert.deepEqual(found, [0], kind);
    assert.ok(Math.abs(given[0] - WEIGHT[kind] * whole) < 1e-4 && given[0] > 0.2, `${kind}: ${given[0]}, ${whole}`);
  }
});

test("the very word counts more than its stem, and that more than its consonants", async () => {
  const documents = [`سجون ${FILLING}`, `السجون ${FILLING}`, `سجين ${FILLING}`].map((text) => article(text));
  const found = await scores(documents, "سجون");
  assert.ok(found[0] > found[1] + 0.05 && found[1] > found[2] + 0.05 && found[2] > 0.05, JSON.stringify(found));
});

test("what a growing word begins counts, and a slip of the pen too", async () => {
  const rest = [article(FILLING), article(FILLING)];
  const begun = await scores([article(`مدير ${FILLING}`), article(`مدير مدير مدير ${FILLING}`), ...rest], "مدي", { typing: true });
  assert.ok(begun[1] > begun[0] + 0.05 && begun[0] > 0.2, JSON.stringify(begun));
  const near = await scores([article(`قسطنطلر ${FILLING}`), article(`قسطنطلر قسطنطلر ${FILLING}`), ...rest], "قسطنطبر");
  assert.ok(near[1] > near[0] + 0.05 && near[0] > 0.2, JSON.stringify(near));
});

test("forms that share pieces rank what is found, and find nothing by themselves", async () => {
  const documents = [article(`قسطنطبر ${FILLING}`), article(`قسطنطبر قسطنطبرمزد ${FILLING}`), article(`قسطنطبرمزد ${FILLING}`), article(FILLING)];
  const found = await scores(documents, "قسطنطبر");
  assert.deepEqual(Object.keys(found), ["0", "1"]);
  assert.ok(found[1] > found[0], JSON.stringify(found));
});

test("title, lede, names and themes count beside the body", async () => {
  const body = /** @type {["body", string]} */ (["body", FILLING]);
  const at = (/** @type {import("./small.js").Part} */ part) => ({ parts: [/** @type {[typeof part, string]} */ ([part, "سجون"]), body] });
  const late = { parts: [/** @type {["body", string]} */ (["body", `${FILLING} ${FILLING} ${FILLING} سجون`])] };
  const early = { parts: [/** @type {["body", string]} */ (["body", `سجون ${FILLING} ${FILLING} ${FILLING}`])] };
  const found = await scores([at("title"), at("names"), at("themes"), late, early, article(FILLING)], "سجون");
  assert.ok(found[0] > found[1] && found[1] > 0 && found[2] > 0, JSON.stringify(found));
  assert.ok(Math.abs(found[1] - found[2]) < 1e-6, JSON.stringify(found));
  assert.ok(found[4] > found[3] + 0.1, JSON.stringify(found));
});

test("a word counts ever less the more often it stands, and less in a long text", async () => {
  const rest = [article(FILLING), article(FILLING)];
  const times = (/** @type {number} */ n) => article(`${"سجون ".repeat(n)}${"كلمة ".repeat(9 - n)}`);
  const found = await scores([times(1), times(2), times(3), article(`سجون ${"كلمة ".repeat(40)}`), ...rest], "سجون");
  const [one, two, three] = [found[0], found[1], found[2]];
  assert.ok(one < two && two < three && three - two < two - one, JSON.stringify(found));
  assert.ok(found[3] < one, JSON.stringify(found));
});

test("a rare word counts more than a frequent one, and both more than either", async () => {
  const documents = [article(`سجون ${FILLING}`), article(`جسر ${FILLING}`), article(`جسر ${FILLING}`), article(`سجون جسر ${FILLING}`), article(FILLING)];
  const found = await scores(documents, "سجون جسر");
  assert.ok(found[0] > found[1] && found[3] > found[0] + found[1], JSON.stringify(found));
});

test("a unit is found by any of its member classes, once, and in a title counted once", async () => {
  const index = indexOf([article("سجون", "سجون السجن"), article("جسر")]);
  const { postings } = await index.store.view().gather([]);
  const of = (/** @type {string} */ word) => ({ postings: postings(wordsOf(index).plain.indexOf(word)), factor: 1 });
  const classes = [{ weight: 1, member: true, parts: [of("سجون"), of("السجن")] }, { weight: 1, member: true, parts: [of("السجن")] }, { weight: 1, member: false, parts: [of("جسر")] }];
  const { found, titled } = rank(index, [{ classes }]);
  assert.deepEqual([found, [...titled]], [[0], [1, 0]]);
});

test("a part counts by its factor", async () => {
  const index = indexOf([article("سجون"), article("جسر")]);
  const { postings } = await index.store.view().gather([]);
  const given = (/** @type {number} */ factor) => rank(index, [{ classes: [{ weight: 1, member: true, parts: [{ postings: postings(0), factor }] }] }]).scores[0];
  assert.ok(given(0.6) < given(1) && given(0.6) > 0);
});

test("holding all words counts more where fewer texts are read", async () => {
  const index = indexOf([article("سجون", "سجون جسر"), article("سجون", "سجون سجون")]);
  const { postings } = await index.store.view().gather([]);
  const units = ["سجون", "جسر"].map((word) => ({ classes: [{ weight: 1, member: true, parts: [{ postings: postings(wordsOf(index).plain.indexOf(word)), factor: 1 }] }] }));
  const ahead = (/** @type {boolean} */ whole) => rank(index, units, whole).scores.reduce((both, one) => both / one);
  assert.ok(ahead(false) > ahead(true) * 1.2);
});

test("postings say where a word stands and how often", async () => {
  const index = indexOf([{ parts: [["title", "سجون"], ["body", `${"كلمة ".repeat(20)}سجون`], ["names", "سجون"]] }, article("جسر"), article("سجون ".repeat(9))]);
  const { docs, how } = (await index.store.view().gather([])).postings(0);
  const bit = (/** @type {keyof typeof FIELD} */ part) => 1 << FIELD[part];
  assert.deepEqual([...docs], [0, 2]);
  assert.deepEqual([...how], [bit("title") | bit("body") | bit("names") | (1 << 5), bit("body") | bit("lede") | (7 << 5)]);
  assert.deepEqual([...how].map(inTitle), [true, false]);
});

test("where a word stands is read off bits, the usual ways in short and any other as a byte", () => {
  const low = lowBits(9, 4);
  const bits = new BitWriter().gamma(4).rice(0, low).put(0, 1).rice(1, low).put(0b10, 2).rice(0, low).put(0b110, 3).rice(3, low).put(0b111, 3).put(0b10101001, 8);
  const { docs, how } = postingsOf(new BitReader(bits.packed()), 9);
  assert.deepEqual([...docs], [0, 2, 3, 7]);
  assert.deepEqual([...how], [0b00100100, 0b00100110, 0b01000100, 0b10101001]);
  assert.throws(() => postingsOf(new BitReader(bits.packed()), 3), RangeError);
});

test("a phrase stands together where each of its words has a form", async () => {
  const index = indexOf([article("سوق الخضار", "سوق"), article("سوق السمك"), article("خضار خضار السوق"), article("خضار")]);
  const { postings } = await index.store.view().gather([]);
  const forms = meant("سوق خضار", index).map((word) => word.forms);
  const { docs, how } = together(forms, postings);
  assert.deepEqual([...docs], [0, 2]);
  assert.ok([...how].every((way) => way >= 32 && !inTitle(way)));
  assert.equal(together([], postings), NOWHERE);
});

test("a word says something unless it is a stop word beside others", () => {
  const index = indexOf([article("في المدينة سجون")], { stop: ["في"] });
  const says = (/** @type {string} */ query, typing = false) => meant(query, index, typing).map((word) => word.says);
  assert.deepEqual([says("في المدينة"), says("في"), says("المدينة في", true)], [[false, true], [true], [true, true]]);
});

test("forms that are merely alike count where they can be read", async () => {
  const index = indexOf([article("قسطنطبرمزد")]);
  const [word] = meant("قسطنطبر", index);
  const { postings } = await index.store.view().gather([]);
  const weights = (/** @type {boolean} */ readable) => unit(word, wordsOf(index), postings, () => readable).classes.map(({ weight }) => weight);
  assert.deepEqual([new Set(weights(true)), weights(false)], [new Set([WEIGHT.piece]), []]);
});

test("a word is meant once, and in two where a space was forgotten", () => {
  const index = indexOf([article("المدينة المنورة سجون قم")]);
  const words = (/** @type {string} */ query) => meant(query, index).map((word) => word.term.text);
  assert.deepEqual(words("سجون السجون سجون"), ["سجون", "السجون"]);
  assert.deepEqual(words("المدينةالمنورة"), ["المدينة", "المنورة"]);
  assert.deepEqual([words("قمسجون"), words("المدينةالغربية")], [["قمسجون"], ["المدينةالغربية"]]);
});

test("another way to say a word finds as its stem does, for a little less", async () => {
  const more = { variants: [["داعش", "تنظيم الدولة"]] };
  const documents = [article(`داعش ${FILLING}`), article(`تنظيم الدولة ${FILLING}`), article(`تنظيم كبير ${FILLING}`), article(FILLING)];
  const index = indexOf(documents, more);
  const [word] = meant("داعش", index);
  assert.deepEqual([word.others.length, present(word)], [1, true]);
  const { postings } = await index.store.view().gather([]);
  const factors = unit(word, wordsOf(index), postings, () => false).classes.flatMap(({ parts }) => parts.map(({ factor }) => factor));
  assert.ok(factors.filter((factor) => factor > 0 && factor < 1).length === 1 && Math.max(...factors) === 1, `${factors}`);
  const { hits } = await searchOf(documents, more).query("داعش");
  assert.deepEqual(hits.map(({ url }) => url), ["0/", "1/"]);
  assert.ok(hits[1].score > 0.2 && hits[1].score < hits[0].score);
  const [stem, other] = (await searchOf([article(`الداعش كلام ${FILLING}`), ...documents.slice(1)], more).query("داعش")).hits;
  assert.deepEqual([stem.url, other.url], ["0/", "1/"]);
  assert.ok(other.score < stem.score, `${other.score}, ${stem.score}`);
});

test("finders name the surest class of a symbol last, for the last one counts", () => {
  const index = indexOf([article("سجن السجن سجون")]);
  const [word] = meant("سجن", index);
  assert.deepEqual([...new Map(finders(word))], [[0, WEIGHT.light + WEIGHT.exact], [1, WEIGHT.light], [2, WEIGHT.strong]]);
  assert.deepEqual(certain(word.forms), [0, 0, 1]);
});

test("kindred forms are told of words that have no others", () => {
  const index = indexOf([article("سجون جسر")], { variants: [["جسور", "جسر"]] });
  const words = meant("سجن جسر جسور", index);
  assert.deepEqual(kin(words, "سجن جسر", wordsOf(index), 3), [{ word: "سجن", forms: ["سجون"], asWritten: "«سجن» جسر" }]);
});

test("the first of many are those that sorting them all would put first", () => {
  const scores = Float32Array.from({ length: 200 }, (_, n) => (n * 7919) % 37);
  const docs = [...scores.keys()];
  const sorted = [...docs].sort((a, b) => scores[b] - scores[a] || a - b);
  for (const count of [0, 1, 7, 199, 200, 500]) assert.deepEqual(first(docs, count, better(scores)), sorted.slice(0, count), `${count}`);
});

/** @param {string} name @param {string} kind @returns {import("./small.js").Document} */
const thing = (name, kind = "place") => ({ kind, parts: [["title", name], ["body", `${name} مدينة`]] });

test("a thing that the query names comes first, one that only mentions it last", async () => {
  const documents = [article(`حلب ${FILLING}`, "حلب"), thing("حلب"), thing("ريف حلب"), article(FILLING)];
  const { hits } = await searchOf(documents).query("حلب");
  assert.deepEqual(hits.map(({ url }) => url), ["1/", "0/", "2/"]);
  assert.ok(hits[0].score > 1000 && hits[1].score < 1000 && hits[2].score < 2);
});

test("a thing is named by its title alone, in any of the ways to say it", async () => {
  const other = { kind: "place", parts: /** @type {["title" | "body", string][]} */ ([["title", "دمشق"], ["body", "حلب مدينة"]]) };
  assert.ok((await searchOf([other, article(FILLING)]).query("حلب")).hits[0].score < 1000);
  const { hits } = await searchOf([article("داعش داعش"), thing("تنظيم الدولة")], { variants: [["داعش", "تنظيم الدولة"]] }).query("داعش");
  assert.deepEqual([hits[0].url, hits[0].score > 1000], ["1/", true]);
});

test("a word that says nothing is kin to none, and where nothing is left nothing is said to be like it", async () => {
  assert.equal((await searchOf([article("سجون المدينة")], { stop: ["سجون"] }).query("سجن")).total, 0);
  const { total, kin: told } = await searchOf([article("سجون المدينة")]).query("سجن -سجون");
  assert.deepEqual([total, told], [0, []]);
});

test("a number is shown where it stands, whatever figures it is asked for in, and a month by no number alone", async () => {
  const months = [...Array(9).fill(["x"]), ["أكتوبر", "تشرين 1"]];
  const shown = async (/** @type {string} */ query) => {
    const { hits } = await searchOf([article("قتل 55 شخصا في تشرين 1 وجرح 1")], { dates: { months } }).query(query);
    return hits[0].marks.map(([from, to]) => hits[0].snippet.slice(from, to));
  };
  assert.deepEqual([await shown("٥٥"), await shown("55"), await shown("أكتوبر")], [["55"], ["55"], ["تشرين"]]);
});

test("a query of few words with a number is not answered by another number", async () => {
  const search = searchOf([article("قتل 55 شخصا"), article(FILLING)]);
  assert.equal((await search.query("53 شخصا")).total, 0);
  const { total, absent } = await search.query("قتل أمس 53 شخصا");
  assert.deepEqual([total, absent], [1, ["أمس", "53"]]);
});

test("where texts have to be fetched, a phrase is looked up in the best twenty alone, and in those that have its words", async () => {
  const index = indexOf([...Array.from({ length: 90 }, (_, n) => article(`سوق ${"كلام ".repeat(n % 7)}الخضار`)), article("سوق")]);
  const read = new Set();
  const text = index.store.text.bind(index.store);
  index.store.view().whole = false;
  index.store.text = (doc) => {
    read.add(doc);
    assert.notEqual(doc, 90);
    return text(doc);
  };
  await new Search(index).query("«سوق الخضار»", { limit: 0 });
  assert.equal(read.size, 20);
});

test("the words nearest to an absent one are three at most", async () => {
  const search = searchOf([article("سوريس سوريط سوريق سوريك")]);
  assert.equal((await search.query("سوريخ")).nearest.length, 3);
  const { nearest } = await searchOf([article("سوريس")]).query("سوريخ سوريض");
  assert.deepEqual(nearest, ["سوريس"]);
});

test("hits are given from an offset, as many as are asked for, ten when nothing is said", async () => {
  const search = searchOf(Array.from({ length: 15 }, (_, n) => article(`${"سجون ".repeat(n + 1)}${"كلمة ".repeat(20 - n)}`)));
  const urls = async (/** @type {import("../../docs/assets/search/search.js").Options} */ options) => (await search.query("سجون", options)).hits.map(({ url }) => url);
  const all = await urls({ limit: 15 });
  assert.equal(new Set(all).size, 15);
  assert.deepEqual(await urls({}), all.slice(0, 10));
  assert.deepEqual(await urls({ offset: 3, limit: 2 }), all.slice(3, 5));
  assert.equal((await search.query("سجون", { limit: 1 })).total, 15);
});

test("words near one another count more than words apart, each pair where it stands nearest", () => {
  const hit = (/** @type {number} */ unit) => ({ unit, worth: 1 });
  const [a, b] = [hit(0), hit(1)];
  const none = Array.from({ length: 20 }, () => undefined);
  const of = (/** @type {(typeof a | undefined)[][]} */ ...rows) => nearness(rows, [3, 1]);
  const alone = of([...none, a, ...none, b]);
  assert.ok(of([...none, a, b]) > of([...none, a, undefined, b]) && of([...none, a, undefined, b]) > alone);
  assert.equal(of([...none, a], [...none, b]) < of([...none, a, b]), true);
  assert.equal(of([...none, a, b], [a, b], [a, b]), of([...none, a, b]));
  assert.ok(of([a]) > of([...none, a]) && of([a]) > of([b]));
  assert.ok(of([{ unit: 0, worth: 0.5 }]) < of([{ unit: 0, worth: 1.5 }]) && of([{ unit: 0, worth: 1.5 }]) === of([a]));
});

test("of two texts alike the one comes first that has the words together, and the one that begins with them", async () => {
  const first = async (/** @type {string[]} */ ...texts) => (await searchOf(texts.map((text) => article(text))).query("حريق سوق")).hits[0].url;
  assert.equal(await first(`حريق ${FILLING} سوق`, `${FILLING} حريق سوق`), "1/");
  assert.equal(await first(`${FILLING} سوق`, `سوق ${FILLING}`), "1/");
});

test("a headline said again in the lede counts once", async () => {
  const title = /** @type {["title", string]} */ (["title", "سجون المدينة"]);
  const twice = { parts: [title, /** @type {["body", string]} */ (["body", `سجون المدينة ${FILLING} ${FILLING} ${FILLING}`])] };
  const later = { parts: [title, /** @type {["body", string]} */ (["body", `${FILLING} ${FILLING} ${FILLING} سجون المدينة`])] };
  const found = await scores([twice, later, article(FILLING)], "سجون المدينة");
  assert.ok(Math.abs(found[0] - found[1]) < 1e-5, JSON.stringify(found));
});

test("words of one field are found after the word itself, whatever their rarity, and told", async () => {
  const own = Array.from({ length: 6 }, () => article(`${FILLING} ${FILLING} موقوف`));
  const search = searchOf([article("سجين سجين سجين"), article("سجين هنا"), ...own, article(FILLING)], { near: [["موقوف", "سجين", "غريب"]] });
  const { hits, nearby, kin } = await search.query("الموقوفين");
  assert.deepEqual(hits.map(({ url }) => url), [2, 3, 4, 5, 6, 7, 0, 1].map((n) => `${n}/`));
  assert.deepEqual([nearby, kin], [[{ word: "الموقوفين", forms: ["سجين"] }], []]);
  assert.deepEqual((await search.query("«موقوف»")).nearby, []);
  const absent = await search.query("غريب");
  assert.deepEqual([absent.hits.length, absent.nearby, absent.kin], [8, [], [{ word: "غريب", forms: ["موقوف", "سجين"], asWritten: "«غريب»" }]]);
});
