// What an answer shows and says: snippets, marks, phrases, sentences, and the box in the header.
import assert from "node:assert/strict";
import { test } from "node:test";
import { collapsed } from "../../docs/assets/search/copies.js";
import { Dictionary } from "../../docs/assets/search/dictionary.js";
import { IndexError } from "../../docs/assets/search/files.js";
import { pairs } from "../../docs/assets/search/marks.js";
import { inARow, sentences } from "../../docs/assets/search/notice.js";
import { Reader } from "../../docs/assets/search/packed.js";
import { holding, loose, preferring } from "../../docs/assets/search/phrases.js";
import { parse, termsOf } from "../../docs/assets/search/query.js";
import { Search } from "../../docs/assets/search/search.js";
import { beginning, snippet } from "../../docs/assets/search/snippets.js";
import { bare, fold, isWord } from "../../docs/assets/search/text.js";
import { FIELD, textsOf, written } from "../../docs/assets/search/texts.js";
import { answerAsks } from "../../docs/assets/search/worker.js";
import { article, BitWriter, dictionaryOf, FACETS, indexOf, searchOf } from "./small.js";

test("a symbol is a word when it begins with a letter, a digit or a mark", () => {
  assert.deepEqual(["سجون", "7", "ّ", "،", " ", "(سجون"].map(isWord), [true, true, true, false, false, false]);
});

test("a bare word has no marks, small letters and ASCII digits, a folded one no seats", () => {
  assert.deepEqual(["مُدَرِّسَةٌ", "آلاف", "CAFÉ", "١٢۳", "ســلام", "ﻼ"].map(bare), ["مدرسة", "آلاف", "café", "123", "سلام", "لا"]);
  assert.deepEqual(["مدرسة", "آلاف", "مسؤول", "هيئة", "على"].map(fold), ["مدرسه", "الاف", "مسءول", "هيءه", "علي"]);
});

test("texts come off bits: address, passages, fields, numbers of paragraphs, symbols", () => {
  const dictionary = new Dictionary(new Reader(Uint8Array.from(dictionaryOf(["سجون", "، ", "جسر", "في", "مدينة", "قمح"]))));
  const bits = new BitWriter().gamma(3).gamma(1).string("a/").gamma(3).put(2, 3).gamma(15).gamma(4).put(0, 5).put(0b0010001, 7).put(7, 3).word("😀ب");
  bits.put(0, 3).gamma(6).gamma(1).gamma(2).string("b/").gamma(1);
  const [one, other] = textsOf(bits.packed(), dictionary);
  const passages = [{ field: 2, anchor: 7, tokens: ["سجون", "قمح", "😀ب"] }, { field: 0, anchor: 4, tokens: [] }];
  assert.deepEqual([one, other], [{ address: "a/", passages }, { address: "ab/", passages: [] }]);
  assert.throws(() => textsOf(bits.packed().subarray(0, 3), dictionary), RangeError);
});

test("symbols are put together as written, with the span of each word", () => {
  /** @type {[string, number, number][]} */
  const spans = [];
  assert.equal(written(["سجون", "جسر", "، ", "سجون"], (...span) => spans.push(span)), "سجون جسر، سجون");
  assert.deepEqual(spans, [["سجون", 0, 4], ["جسر", 5, 8], ["سجون", 10, 14]]);
});

/** @param {import("./small.js").Document} document @param {Record<string, [unit: number, worth: number]>} wanted */
async function snippetOf(document, wanted) {
  const hits = new Map(Object.entries(wanted).map(([word, [unit, worth]]) => [word, { unit, worth }]));
  const { text, marks, anchor } = snippet(await indexOf([document]).store.text(0), (word) => hits.get(word));
  return { text, marked: marks.map(([start, end]) => text.slice(start, end)), anchor };
}

test("a snippet is cut from the paragraph that has most words of the query, near one another", async () => {
  const filling = "كلمة ".repeat(60);
  const parts = /** @type {["body", string, number][]} */ ([["body", `سجون ${filling}`, 1], ["body", `${filling}سجون أمام جسر ${filling}`, 2], ["body", `جسر سجون`, 3]]);
  const found = await snippetOf({ parts }, { سجون: [0, 1], جسر: [1, 1] });
  assert.deepEqual([found.anchor, found.marked], [2, ["سجون", "جسر"]]);
  assert.match(found.text, /^… (?:كلمة ){8}سجون أمام جسر(?: كلمة){25} …$/);
});

test("a snippet begins with a word", () => {
  const tokens = Array.from({ length: 90 }, (_, at) => (at === 40 ? "، " : at === 48 ? "سجون" : "كلمة"));
  const wanted = (/** @type {string} */ word) => (word === "سجون" ? { unit: 0, worth: 1 } : undefined);
  const { text, marks } = snippet({ address: "", passages: [{ field: FIELD.body, anchor: 1, tokens }] }, wanted);
  assert.match(text, /^… (?:كلمة ){7}سجون /);
  assert.deepEqual(marks.map(([start, end]) => text.slice(start, end)), ["سجون"]);
});

test("a snippet begins with a sentence where what was found still stands in it", () => {
  const some = (/** @type {number} */ count) => Array(count).fill("كلمة");
  const long = some(60);
  /** @type {[string[], number, number, {from: number, sign: string}][]} */
  const rows = [
    [[...some(20), ". ", ...long], 30, 30, { from: 21, sign: "" }], // its own sentence
    [[...some(20), "! «", ...long], 30, 40, { from: 21, sign: "«" }], // with the mark that opens it
    [[...some(20), "؟ ", ...long], 30, 57, { from: 22, sign: "… " }], // what was found would not stand in it
    [[...some(12), "، ", ...long], 30, 30, { from: 0, sign: "" }], // the paragraph begins near enough
    [[...some(20), "...،", ...long], 40, 40, { from: 32, sign: "… " }], // a sentence goes on behind a comma
    [[...some(20), "3", ".", "5", ...long], 40, 40, { from: 32, sign: "… " }],
    [[...some(20), "د", ". ", ...long], 40, 40, { from: 32, sign: "… " }], // short for a word
    [[...some(20), ".", ...long], 40, 40, { from: 21, sign: "" }], // no space was left
    [[...some(40), ". ", ...some(20), "؛ ", ...some(3)], 62, 62, { from: 41, sign: "" }], // not three words alone
  ];
  for (const [symbols, match, last, wanted] of rows) assert.deepEqual(beginning(symbols, match, last), wanted, symbols.join(""));
});

test("a group of texts that are nearly one is its best result", () => {
  const better = (/** @type {number} */ a, /** @type {number} */ b) => a > b;
  assert.deepEqual(collapsed([1, 2, 5, 7, 9], [[1, 5, 6], [2, 3], [7, 9]], better), { apart: [2, 5, 9], copies: new Map([[5, 1], [9, 1]]) });
});

test("several forms of one word are worth but the best of them", async () => {
  const parts = /** @type {["body", string, number][]} */ ([["body", "سجن سجون سجين", 1], ["body", "سجون جسر", 2]]);
  assert.equal((await snippetOf({ parts }, { سجن: [0, 1], سجون: [0, 1], سجين: [0, 1], جسر: [1, 0.5] })).anchor, 2);
});

test("names are never shown, themes where the body has nothing, the beginning where nothing has", async () => {
  const names = /** @type {["names", string]} */ (["names", "iraq"]);
  const body = /** @type {["body", string, number]} */ (["body", "سجون", 4]);
  assert.deepEqual(await snippetOf({ parts: [body, names, ["themes", "حقوق", 9]] }, { iraq: [0, 1], حقوق: [1, 1] }), { text: "حقوق", marked: ["حقوق"], anchor: 9 });
  assert.deepEqual(await snippetOf({ parts: [names, body] }, { iraq: [0, 1] }), { text: "سجون", marked: [], anchor: 4 });
  assert.deepEqual(await snippetOf({ parts: [] }, {}), { text: "", marked: [], anchor: 0 });
});

test("marks of quotation are paired by family, the nearest first, and apostrophes are none", () => {
  const inside = (/** @type {string} */ text) => pairs(text).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(inside("«سوق» و\"جسر\""), ["سوق", "جسر"]);
  assert.deepEqual(inside("«حريق في «سوق الخضار» أمس»"), ["حريق في «سوق الخضار» أمس", "سوق الخضار"]);
  assert.deepEqual(inside("<<سوق>> people's players'"), ["سوق"]);
  assert.deepEqual([inside("«سوق\" الخضار"), inside("'سوق 'الخضار")], [["سوق"], []]);
  assert.deepEqual(inside('«سوق "الخضار» أمس"'), ['سوق "الخضار', "الخضار» أمس"]);
  assert.deepEqual(pairs("a«b»"), [{ open: 1, start: 2, end: 3, close: 4 }]);
});

test("a query is nothing but phrases when no word lies outside its marks", () => {
  assert.deepEqual(["«سوق الخضار»", "«سوق» -حريق", "«سوق» حريق", "سوق", "-حريق"].map((query) => parse(query, false).only), [true, true, false, false, false]);
});

test("a query is read up to its bounds", () => {
  const words = Array.from({ length: 60 }, (_, n) => `كلمة${n}`);
  assert.equal(parse(words.join(" "), false).terms.length, 48);
  assert.equal(termsOf("س".repeat(50))[0].plain.length, 40);
  assert.equal(parse(words.slice(0, 9).map((word) => `«${word}»`).join(" "), false).phrases.length, 8);
  assert.equal(parse(`${" ".repeat(1999)}سج`, false).terms[0].text, "س");
});

test("letters typed in pieces are whole, and a word before a space has ended", () => {
  assert.equal(parse("ا\u0653لاف", false).terms[0].plain, "آلاف");
  assert.deepEqual(["سجون", "سجون ", "سجون،"].map((query) => parse(query, true).terms[0].typing), [true, false, false]);
});

test("a dash leaves out a word only before it and after a space", () => {
  const without = (/** @type {string} */ query) => parse(query, false).without.map((left) => left.map(({ text }) => text));
  assert.deepEqual([without("سجون -حريق"), without("سجون - حريق"), without("سجون-حريق"), without("-«سوق الخضار»")], [[["حريق"]], [], [], [["سوق", "الخضار"]]]);
  const nested = parse('حريق -"سوق «الخضار» القديم"', false);
  assert.deepEqual([nested.phrases, nested.without.length, nested.terms.length], [[], 1, 1]);
  assert.deepEqual(parse("سجون -حريق", false).terms.map(({ text }) => text), ["سجون"]);
});

/** How a text holds a phrase: not, with letters joined to its words, as it stands. @param {string} text @param {string} phrase */
const held = (text, phrase) => holding(termsOf(phrase), new Set(["علي", "عليها"]))([["كلام"], termsOf(text).map(({ plain }) => plain)]);

test("a phrase is held by words in a row", () => {
  assert.deepEqual([held("حريق في سوق الخضار", "سوق الخضار"), held("سوق أمام الخضار", "سوق الخضار"), held("سوق", "سوق الخضار")], [2, 0, 0]);
  assert.deepEqual([held("بسوق الخضار وهنا سوق الخضار", "سوق الخضار"), held("مدرسه كبيرة", "مدرسة كبيرة"), held("سوق، الخضار", "سوق الخضار")], [2, 2, 2]);
});

test("a phrase is held with what is joined to its words, before them and after", () => {
  const cells = ["خلاياه النائمة", "للخلايا النائمة", "وخلاياها النائمة", "خلايا نائمة", "بالخلايا النائمة"];
  assert.deepEqual(cells.map((text) => held(text, "الخلايا النائمة")), [1, 1, 1, 1, 1]);
  assert.deepEqual([held("سجونهم السرية", "السجون السرية"), held("عودتهم إلى بيوتهم", "العودة إلى البيوت"), held("مقاتليها الأجانب", "المقاتلين الأجانب")], [1, 1, 1]);
  assert.deepEqual([held("ولمخيم الهول", "مخيم الهول"), held("أصدقاؤها القدامى", "الأصدقاء القدامى"), held("حرب بالعراق", "حرب العراق")], [1, 1, 1]);
});

test("another word is not held, nor one that is joined to the one before", () => {
  assert.deepEqual([held("تسوق الخضار", "سوق الخضار"), held("محمد وعلي", "محمد علي"), held("عليها الحسن", "علي الحسن"), held("بل القديم", "ل القديم")], [0, 0, 0, 0]);
});

test("names hold phrases, themes do not", async () => {
  const found = async (/** @type {"names" | "themes"} */ part) => (await searchOf([{ parts: [[part, "سوق الخضار"]] }]).query("«سوق الخضار»")).unheld;
  assert.deepEqual([await found("names"), await found("themes")], [[], ["سوق الخضار"]]);
});

test("what holds more phrases comes sooner, what holds them as they stand before others, and the rest as before", () => {
  const sooner = preferring([new Map([[2, 1], [3, 1]]), new Map([[3, 1], [4, 2]])], (a, b) => a < b);
  assert.deepEqual([1, 2, 3, 4, 0].sort((a, b) => (sooner(a, b) ? -1 : 1)), [3, 4, 2, 0, 1]);
});

test("phrases that nothing or only some of the answer holds are told", () => {
  const query = parse(["سوق الخضار", "سوق السمك", "جسر قديم", "ك ".repeat(15)].map((phrase) => `«${phrase}»`).join(" "), false);
  const holders = [new Map([[1, 1]]), new Map([[1, 2], [2, 1]]), new Map(), new Map()];
  const long = `${"ك ".repeat(12).trim()}…`;
  assert.deepEqual(loose(query, /** @type {import("../../docs/assets/search/phrases.js").Holders} */ (holders), [1, 2]), { unheld: ["جسر قديم", long], preferred: ["سوق الخضار"] });
  const [longer] = loose(parse(`«${"كلمات ".repeat(12)}»`, false), [new Map()], [1]).unheld;
  assert.deepEqual([longer.length <= 61, longer.at(-1)], [true, "…"]);
});

test("a hit has its title with marks, and the address of its paragraph", async () => {
  const search = searchOf([{ parts: [["title", "سجون المدينة"], ["body", "افتتاح السجن", 7]] }, article("سجون")], { anchor: "l" });
  const [second, first] = (await search.query("سجون")).hits;
  assert.deepEqual([first.url, first.title, first.titleMarks, first.kind], ["0/#l7", "سجون المدينة", [[0, 4]], "article"]);
  assert.deepEqual([second.url, second.snippet, second.marks], ["1/", "سجون", [[0, 4]]]);
});

test("words that say nothing are not marked beside others", async () => {
  const [{ snippet: text, marks }] = (await searchOf([article("السجن في المدينة")], { stop: ["في"] }).query("في السجن")).hits;
  assert.deepEqual(marks.map(([start, end]) => text.slice(start, end)), ["السجن"]);
});

const MARKET = [article(`جسر جسر سوق جسر الخضار`), article(`سوق الخضار ${"كلام ".repeat(12)}جسر`), article("السمك الطازج في سوق الخضار جسر"), article("كلام آخر")];

test("a query that is phrases has the documents that hold them all, or all that have its words", async () => {
  const search = searchOf(MARKET);
  const told = async (/** @type {string} */ query) => (({ hits, unheld }) => [hits.map(({ url }) => url).sort(), unheld])(await search.query(query));
  assert.deepEqual(await told("«سوق الخضار»"), [["1/", "2/"], []]);
  assert.deepEqual(await told("«سوق الخضار» «السمك الطازج»"), [["2/"], []]);
  assert.deepEqual(await told("«الخضار سوق»"), [["0/", "1/", "2/"], ["الخضار سوق"]]);
  assert.deepEqual(await told("الخضار -«سوق الخضار»"), [["0/"], []]);
});

test("in a longer query what holds its phrase comes first", async () => {
  const search = searchOf(MARKET);
  const found = await search.query("جسر «سوق الخضار»");
  assert.deepEqual([found.hits.at(-1)?.url, found.preferred], ["0/", ["سوق الخضار"]]);
});

test("one word between the marks of a long query decides nothing", async () => {
  const search = searchOf([article("محدود كلام آخر"), article("رفعت البلاد أسعار شحنات النفط كثيرا")]);
  const first = async (/** @type {string} */ query) => (({ hits, preferred }) => [hits[0].url, preferred])(await search.query(query));
  assert.deepEqual(await first("البلاد ترفع بشكل «محدود» أسعار شحنات النفط"), ["1/", []]);
  assert.deepEqual(await first("شحنات «محدود»"), ["0/", ["محدود"]]);
});

test("where texts have to be fetched, a phrase of words that say nothing is looked up in all that was found", async () => {
  const index = indexOf([article("سجون في المدينة"), article("سجون")], { stop: ["في"] });
  index.store.view().whole = false;
  assert.deepEqual((await new Search(index).query("«سجون في»")).hits.map(({ url }) => url), ["0/"]);
});

const NOTHING = { absent: [], nearest: [], kin: [], nearby: [], leftOut: [], replaced: [], unheld: [], preferred: [], keyboard: null, partial: false, unnarrowed: false };
const WORDS = { absent: "لا يرد «{words}»", near: "لا يرد «{words}»؛ أقرب: {near}", between: "» «", comma: "، ", kin: "«{word}» يشبهه «{forms}»", nearby: "ثم قريب «{word}»: «{forms}»", unheld: "لم نجد «{phrases}»", preferred: "أولا «{phrases}»", partial: "ناقص", row: " / ", written: "كما كُتب" };

test("what was not found is said in sentences, with a way to what is near", () => {
  const link = (/** @type {string} */ word) => `[${word}]`;
  const answer = { ...NOTHING, absent: ["أ", "$&"], nearest: ["ب", "ج"], kin: [{ word: "د", forms: ["ه", "و"], asWritten: "«د»" }], nearby: [{ word: "ي", forms: ["ك"] }], unheld: ["ز ح"], preferred: ["ط"], partial: true };
  assert.equal(
    inARow(sentences(answer, WORDS, link), " · ").join("").replace(/[\u2068\u2069]/g, ""),
    "ناقص · لا يرد «أ» «$&»؛ أقرب: [ب]، [ج] · «د» يشبهه «ه» «و» / [«د»] · ثم قريب «ي»: «ك» · لم نجد «ز ح» · أولا «ط»",
  );
  assert.deepEqual(sentences(NOTHING, WORDS, link), []);
  const keyboard = { text: "سجون", typed: "s".repeat(90), read: "سجون", written: "«s»" };
  const typed = { keyboard: "كُتب {typed} وقُرئ {read}", written: "كما هو", row: "، " };
  assert.deepEqual(
    sentences({ ...NOTHING, keyboard }, typed, (word, label) => `[${word} ${label}]`).map((said) => said.join("")),
    [`كُتب \u2068${"s".repeat(59)}…\u2069 وقُرئ \u2068سجون\u2069، [«s» كما هو]`],
  );
  const alone = { ...NOTHING, absent: ["{near}"] };
  assert.deepEqual(sentences(alone, WORDS, link).flat().join(""), "لا يرد «{near}»");
});

test("no sentence says more than sixty letters of a query again", () => {
  const absent = Array.from({ length: 9 }, (_, n) => `${n}`.repeat(25));
  const [said] = sentences({ ...NOTHING, absent, unheld: ["ك".repeat(70)] }, { absent: "{words}", between: "|", unheld: "{phrases}" }, String);
  assert.deepEqual(said.join("").split("|").map((word) => word.length), [25, 25, 10]);
  const phrase = sentences({ ...NOTHING, kin: [{ word: "ك".repeat(70), forms: ["ب"], asWritten: "" }] }, { kin: "{word}" }, String)[0].join("");
  assert.deepEqual([phrase.length, phrase.at(-2)], [62, "…"]);
});

test("a word that gave way is said, and led to as written with all that was asked", () => {
  const replaced = [{ word: "السجوم", forms: ["السجون", "سجن"], asWritten: "مخيم «السجوم»" }];
  const said = sentences({ ...NOTHING, replaced }, WORDS, (word, label) => `[${word} ${label}]`);
  assert.deepEqual(said.map((parts) => parts.join("").replace(/[\u2068\u2069]/g, "")), ["«السجوم» يشبهه «السجون» «سجن» / [مخيم «السجوم» كما كُتب]"]);
});

test("every sign between words is a word of the page, as an interface in another language has others", () => {
  const said = { near: "No {words}; near: {near}", between: " or ", comma: ", " };
  const answer = { ...NOTHING, absent: ["a", "b"], nearest: ["c", "d"] };
  assert.equal(inARow([...sentences(answer, said, (word) => `[${word}]`), ["x"]], " - ").join(""), "No a or b; near: [c], [d] - x");
});

const SAYS = { language: "en", count: { one: "واحدة", other: "{n} كلها" }, words: { ...WORDS, row: " · ", "kind.article": "مادة", "kinds.article": "مواد" } };

/** @typedef {Omit<import("../../docs/assets/search/messages.js").Ask, "ask">} Question */

/** Asks as the box and the search page do; questions are numbered from 1. @param {() => Promise<Search>} engine */
function boxed(engine) {
  /** @type {import("../../docs/assets/search/messages.js").Shown[]} */
  const said = [];
  /** @type {(message: import("../../docs/assets/search/messages.js").Ask) => void} */
  let send = () => {};
  let number = 0;
  /** @type {() => void} */
  let heard = () => {};
  answerAsks(
    {
      addEventListener: (_type, listener) => void (send = (data) => listener(/** @type {MessageEvent<typeof data>} */ ({ data }))),
      postMessage: (shown) => {
        said.push(shown);
        heard();
      },
    },
    engine,
  );
  const tell = (/** @type {string} */ text, /** @type {Partial<Question>} */ more = {}) => send({ ask: ++number, who: 1, text, ...more });
  const ask = (/** @type {string} */ text, /** @type {Partial<Question>} */ more = {}) => new Promise((resolve) => {
    heard = () => resolve(undefined);
    tell(text, more);
  });
  return { said, tell, ask };
}

test("the box gets results in parts: where they lead, what they are, which words are marked", async () => {
  const documents = [{ parts: /** @type {import("./small.js").Document["parts"]} */ ([["title", "سجون"], ["body", "السجن", 3], ["said", "ليفانت"]]) }, article("سجون كثيرة"), article("السجن")];
  const search = searchOf(documents, { anchor: "l", says: { ...SAYS, copies: { one: "ومعها {n}", other: "" } }, copies: [[0, 2]] });
  const { said, ask } = boxed(async () => search);
  await ask("سجون");
  const [first, second] = said[0].found;
  assert.deepEqual(first, { url: "0/#l3", lang: undefined, title: [{ mark: "سجون" }], kind: "article", called: "مادة", among: "مواد", meta: "ليفانت · ومعها 1", text: [{ mark: "السجن" }] });
  assert.deepEqual([second.url, second.title], ["1/", [{ mark: "سجون" }, " كثيرة"]]); // called as it begins
  assert.deepEqual([said[0].ask, said[0].text, said[0].counted, said[0].said, said[0].broken], [1, "سجون", "2 كلها", [], false]);
});

test("results are counted in the digits that the dossier writes", async () => {
  const { said, ask } = boxed(async () => searchOf(Array.from({ length: 12 }, () => article("سجون")), { says: { ...SAYS, digits: "arab" } }));
  await ask("سجون");
  assert.equal(said[0].counted, "١٢ كلها");
});

test("a text in another language is shown as one", async () => {
  const search = searchOf([{ parts: [["title", "پل"], ["body", "پل تازه", 3]] }, article("نامه پل بود")], { languages: { fa: [0] } });
  const { said, ask } = boxed(async () => search);
  await ask("پل");
  assert.deepEqual(said[0].found.map(({ lang }) => lang), ["fa", undefined]);
});

test("an empty text opens the index and finds nothing; one that is being typed may still grow", async () => {
  let asked = 0;
  const { said, ask } = boxed(async () => {
    asked++;
    return searchOf([article("سجون")]);
  });
  await ask("  ");
  assert.equal(asked, 1);
  await ask("سج", { typing: true });
  await ask("سج");
  assert.deepEqual(said.map(({ found }) => found.length), [0, 1, 0]);
});

const NAMED = [article("سمير جاد قال"), { kind: "person", parts: /** @type {[["title", string], ["body", string]]} */ ([["title", "سمير جاد"], ["body", "سمير"]]) }];

test("who is typing a name has it before what mentions it, and as a result where it is one", async () => {
  const { said, ask } = boxed(async () => searchOf(NAMED, { says: SAYS, mentions: [3] }));
  await ask("سمي", { typing: true, names: true });
  await ask("سمي", { typing: true });
  assert.deepEqual(said.map(({ found }) => found.map(({ kind }) => kind).sort()), [["article", "person"], ["article", "person"]]);
  assert.deepEqual([said[0].found[0].kind, said[0].found[0].text.length > 0, said[0].counted], ["person", true, "2 كلها"]);
});

test("one letter has names and titles and nothing else", async () => {
  const { said, ask } = boxed(async () => searchOf(NAMED, { says: { ...SAYS, words: { ...SAYS.words, offered: "اقتراحات" } }, mentions: [3] }));
  await ask("ج", { typing: true, names: true });
  await ask("ق", { typing: true, names: true });
  assert.deepEqual(said.map(({ found, counted, total }) => [found.map(({ kind, title }) => [kind, title]), counted, total]), [
    [[["person", ["سمير ", { mark: "جاد" }]]], "", 0],
    [[], "", 0],
  ]);
  assert.deepEqual(said.map((shown) => shown.said.flat().join("")), ["اقتراحات", "لا يرد «ق»"]);
});

test("what could not be read is no result in the box, is said, and is not counted", async () => {
  const index = indexOf([article("سجون")], { says: SAYS });
  index.store.text = () => Promise.reject(new IndexError("missing", "text"));
  const { said, ask } = boxed(async () => new Search(index));
  await ask("سجون");
  assert.deepEqual([said[0].found, said[0].counted, said[0].said, said[0].broken, said[0].next], [[], "", [["ناقص"]], false, 1]);
});

test("an answer has so many results as asked for, from where asked, and how many there are", async () => {
  const { said, ask } = boxed(async () => searchOf(Array.from({ length: 40 }, () => article("سجون")), { says: SAYS }));
  await ask("سجون", { limit: 8 });
  await ask("سجون", { limit: 8, offset: said[0].next });
  await ask("سجون", { limit: 8, offset: 36 });
  assert.deepEqual(said.map(({ found, total, next }) => [found[0].url, found.length, total, next]), [["0/", 8, 40, 8], ["8/", 8, 40, 16], ["36/", 4, 40, 40]]);
  assert.equal(said[2].counted, "40 كلها");
});

test("an answer is filtered, sorted and counted as asked", async () => {
  const index = indexOf(Array.from({ length: 5 }, () => article("سجون")), { facets: "facets" });
  index.read = async () => FACETS;
  const { said, ask } = boxed(async () => new Search(index));
  await ask("سجون", { facets: true, filters: { theme: ["w"] }, sort: "newest" });
  assert.deepEqual([said[0].found.map(({ url }) => url), said[0].facets.map(({ facet }) => facet)], [["0/", "1/"], ["kind", "theme", "year"]]);
});

test("that nothing was found is not said beside what was not found, and said where nothing else is", async () => {
  const { said, ask } = boxed(async () => searchOf([article("سجون")], { says: SAYS }));
  await ask("زرافات");
  await ask("سجون -سجون");
  await ask("سجون زرافات");
  assert.deepEqual(said.map((shown) => [shown.counted, shown.said.flat().join("")]), [["", "لا يرد «زرافات»"], ["0 كلها", ""], ["واحدة", "لا يرد «زرافات»"]]);
});

test("a query that only leaves out says so, and counts nothing", async () => {
  const says = { ...SAYS, words: { ...SAYS.words, leftout: "يُستبعد «{words}» وحده" } };
  const { said, ask } = boxed(async () => searchOf([article("سجون")], { says }));
  await ask("-سجون -«حريق كبير»");
  assert.deepEqual([said[0].counted, said[0].said.flat().join("")], ["", "يُستبعد «حريق كبير» «سجون» وحده"]);
});

test("near words are ways to search", async () => {
  const { said, ask } = boxed(async () => searchOf([article("سجون")], { says: SAYS }));
  await ask("سجوق");
  assert.deepEqual(said[0].said.flat().filter((part) => typeof part !== "string"), [{ word: "سجون", label: undefined }]);
});

test("an index that cannot be had is told, and asked for again", async () => {
  let broken = true;
  const { said, ask } = boxed(async () => (broken ? Promise.reject(new Error("gone")) : searchOf([article("سجون")])));
  await ask("سجون");
  broken = false;
  await ask("سجون");
  assert.deepEqual(said.map(({ found, broken }) => [found.length, broken]), [[0, true], [1, false]]);
});

test("only the last of several texts is answered", async () => {
  const { said, tell, ask } = boxed(async () => searchOf([article("سجون"), article("جسر جسر")]));
  tell("سجون");
  await ask("جسر");
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(said.map(({ found }) => found[0].url), ["1/"]);
});

test("who asks overtakes nobody else", async () => {
  const { said, tell, ask } = boxed(async () => searchOf([article("سجون"), article("جسر جسر")]));
  tell("سجون", { who: 2 });
  await ask("جسر");
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(said.map(({ found }) => found[0].url).sort(), ["0/", "1/"]);
});
