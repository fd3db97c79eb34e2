// An index in pieces: which it has fetched for a query, and what it makes of them.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { BitReader, lowBits } from "../../docs/assets/search/bits.js";
import { Dictionary } from "../../docs/assets/search/dictionary.js";
import { IndexError } from "../../docs/assets/search/files.js";
import { Reader } from "../../docs/assets/search/packed.js";
import { open } from "../../docs/assets/search/search.js";
import { Shards } from "../../docs/assets/search/shards.js";
import { shardKey } from "../../docs/assets/search/stems.js";
import { Fetched } from "../../docs/assets/search/stores.js";
import { files, SPLIT, WHOLE } from "./folders.js";
import { BitWriter, dictionaryOf, varint } from "./small.js";

/** @param {string} bits @returns {BitReader} */
const bits = (bits) => new BitReader(Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, "0"), 2)));

/** @param {string[]} symbols */
const dictionaryWith = (symbols) => new Dictionary(new Reader(Uint8Array.from(dictionaryOf(symbols))));

test("a symbol is its band and its place there", () => {
  const dictionary = dictionaryWith(Array.from({ length: 21_800 }, (_, n) => String.fromCharCode(0x4e00 + n)));
  const symbols = (/** @type {string[]} */ ...codes) => codes.map((code) => dictionary.symbol(bits(code)).charCodeAt(0) - 0x4e00);
  assert.deepEqual(symbols("00011", "0010000", "0011111", "010000001"), [3, 4, 19, 21]);
  const firsts = symbols(...[0, 1, 2, 3, 4, 5, 6].map((band) => band.toString(2).padStart(3, "0") + "0".repeat(14)));
  assert.deepEqual(firsts, [0, 4, 20, 84, 340, 1364, 5460]);
  assert.throws(() => symbols(`110${"1".repeat(14)}`), RangeError);
});

test("in the last band a word stands letter by letter", () => {
  const reader = new BitReader(new BitWriter().put(7, 3).word("سج😀").put(1, 5).packed());
  const dictionary = dictionaryWith(["في", "من"]);
  assert.deepEqual([dictionary.symbol(reader), dictionary.symbol(reader)], ["سج😀", "من"]);
});

const QUERIES = ["سجون", "السجن المركزي", "ويلبرغر", '"الجسر الجديد" القمح', "الجسر -القديم", 'الجسر -"الجديد أمام المشاة"', "مزرعه", "10000 أسرة"];

test("a split index answers as a whole one does, file by file", async () => {
  const [whole, split] = [await open(files(WHOLE)), await open(files(SPLIT))];
  assert.ok(whole.index.store.view().whole && !split.index.store.view().whole);
  assert.ok(readdirSync(SPLIT).length > readdirSync(WHOLE).length);
  for (const query of QUERIES) {
    const [one, other] = [await whole.query(query), await split.query(query)];
    assert.deepEqual(other.hits.map(({ url, snippet }) => [url, snippet]), one.hits.map(({ url, snippet }) => [url, snippet]), query);
    assert.equal(other.partial, false);
    assert.ok(one.total, query);
  }
});

/** An index in pieces: words in two files, one of them in a file of its own, stems of one letter, two blocks of texts. */
function fetched() {
  const one = (/** @type {BitWriter} */ bits, /** @type {number} */ doc) => bits.gamma(1).rice(doc, lowBits(4, 1)).put(0, 1);
  const own = (/** @type {BitWriter} */ bits, /** @type {string} */ word, /** @type {number} */ doc) => one(bits.put(0, 3).word(word).put(0, 1), doc);
  const block = (/** @type {string[]} */ ...addresses) => addresses.reduce((bits, address) => bits.gamma(1).string(address).gamma(1), new BitWriter().gamma(addresses.length + 1));
  /** @type {Record<string, BitWriter>} */
  const held = {
    "words-1-00000001.bin": own(own(new BitWriter().gamma(3), "جسر", 0), "جسور", 1),
    "words-0-00000002.bin": own(new BitWriter().gamma(3).put(0, 3).word("سجن").put(1, 1).put(0x0000, 16).put(0x00a3, 16), "سجون", 2),
    "many-000000a3.bin": one(new BitWriter(), 3),
    "near-0-00000004.bin": new BitWriter().gamma(2).put(0, 3).word("سجون").put(1, 2).put(1, 1),
    "text-0-00000005.bin": block("0/", "1/"),
    "text-1-00000006.bin": block("2/", "3/"),
  };
  /** @type {string[]} */
  const asked = [];
  /** @type {Set<string>} */
  const lost = new Set();
  const read = async (/** @type {string} */ name) => {
    asked.push(name.split("-", 2).join("-"));
    if (lost.has(asked[asked.length - 1])) throw new IndexError("missing", name);
    return held[name].packed();
  };
  const bound = (/** @type {string} */ key) => [...varint(key.length), ...Array.from(key, (letter) => letter.charCodeAt(0) - 0x600 + 128)];
  const listed = Uint8Array.from([2, ...bound(shardKey("سجن")), 0, 0, 0, 2, ...bound(shardKey("جسر")), 0, 0, 0, 1]);
  const names = Object.keys(held);
  const blocks = [{ documents: 2, name: names[4] }, { documents: 2, name: names[5] }];
  const directory = { dictionary: dictionaryWith([]), total: 4, shards: new Shards(new Reader(listed)), blocks, near: new Map([["س", names[3]]]) };
  return { store: new Fetched(directory, read), asked, lost };
}

/** The number of a word at hand. @param {import("../../docs/assets/search/stores.js").View} view @param {string} word */
const numberOf = ({ vocabulary }, word) => /** @type {number} */ (vocabulary.numbers.get(word));

test("a view grows by the files of the words that were asked for, each once", async () => {
  const { store, asked } = fetched();
  const view = store.view();
  assert.equal(await view.grow(), false);
  assert.deepEqual(view.vocabulary.byFold.of("سجون"), []);
  assert.deepEqual([await view.grow(), await view.grow()], [true, false]);
  assert.deepEqual([view.vocabulary.plain, asked], [["سجن", "سجون"], ["words-0"]]);
  view.vocabulary.byLight.of("جسر");
  assert.deepEqual([await view.grow(), asked], [true, ["words-0", "words-1"]]);
  const again = store.view();
  again.vocabulary.byFold.of("سجون");
  assert.deepEqual([await again.grow(), asked.length, again.vocabulary.byFold.of("سجون").length], [false, 2, 1]);
});

test("postings come with their words, or from a file of their own when they are asked for", async () => {
  const { store, asked } = fetched();
  const view = store.view();
  for (const word of ["سجون", "جسر"]) view.vocabulary.byFold.of(word);
  await view.grow();
  const [often, seldom, other] = ["سجن", "سجون", "جسر"].map((word) => numberOf(view, word));
  const docs = async (/** @type {number[]} */ words) => {
    const { postings } = await view.gather(words);
    return [often, seldom, other].map((word) => [...postings(word).docs]);
  };
  assert.deepEqual(await docs([seldom]), [[], [2], [0]]);
  assert.deepEqual([asked.length, await docs([often]), asked.at(-1)], [2, [[3], [2], [0]], "many-000000a3.bin"]);
  const reaches = view.reaching(new Set([seldom]));
  assert.deepEqual([often, seldom, other].map(reaches), [false, true, true]);
  assert.equal(view.reaching(new Set([often]))(often), true);
});

test("a view whose file is lost has failed, one whose code is at fault throws", async () => {
  const { store, asked, lost } = fetched();
  lost.add("words-0");
  const view = store.view();
  for (const word of ["سجون", "جسر"]) view.vocabulary.byFold.of(word);
  assert.deepEqual([await view.grow(), view.failed, numberOf(view, "جسر") >= 0, numberOf(view, "سجون")], [true, true, true, undefined]);
  view.vocabulary.byFold.of("سجون");
  assert.deepEqual([await view.grow(), asked.length], [false, 2]);
  lost.clear();
  const again = store.view();
  again.vocabulary.byFold.of("سجون");
  assert.deepEqual([await again.grow(), again.failed], [true, false]);
  const faulty = new Fetched(store.directory, () => Promise.reject(new TypeError("ours"))).view();
  faulty.vocabulary.byFold.of("سجون");
  await assert.rejects(faulty.grow(), TypeError);
});

test("a query has twelve files of words at most, and another query the others", async () => {
  const words = Array.from("ابتثدذرزسشصضطظعغ", (letter) => `${letter}مق`);
  const keys = [...new Set(words.map(shardKey))].sort();
  const listed = new BitWriter().put(keys.length, 8);
  keys.forEach((key, at) => {
    listed.put(3, 8);
    for (const letter of key) listed.put(letter.charCodeAt(0) - 0x600 + 128, 8);
    listed.put(at, 32);
  });
  /** @type {string[]} */
  const asked = [];
  const read = async (/** @type {string} */ name) => {
    asked.push(name);
    return new BitWriter().gamma(1).packed();
  };
  const store = new Fetched({ dictionary: dictionaryWith([]), total: 4, shards: new Shards(new Reader(listed.packed())), blocks: [], near: new Map() }, read);
  const view = store.view();
  for (const turn of [words.slice(0, 9), words]) {
    for (const word of turn) view.vocabulary.byFold.of(word);
    await view.grow();
  }
  assert.deepEqual([keys.length > 12, asked.length], [true, 12]);
  const other = store.view();
  for (const word of words.slice(9)) other.vocabulary.byFold.of(word);
  await other.grow();
  assert.equal(new Set(asked).size, keys.length);
});

test("stems near in spelling come in lists by their first letter", async () => {
  const { store, asked } = fetched();
  const view = store.view();
  assert.deepEqual([view.vocabulary.spelledLike("سجوم", false), view.vocabulary.spelledLike("قمح", false)], [[], []]);
  assert.equal(await view.grow(), true);
  assert.deepEqual(view.vocabulary.spelledLike("سجوم", false), [{ stem: "سجون", rank: 7000, named: true }]);
  assert.deepEqual([asked, view.vocabulary.attested("سجون")?.named, await view.grow()], [["near-0"], true, false]);
});

test("each document is found in its block", async () => {
  const { store, asked } = fetched();
  const addresses = [];
  for (const doc of [3, 0, 1, 2, 3]) addresses.push((await store.text(doc)).address);
  assert.deepEqual([addresses, asked], [["3/", "0/", "1/", "2/", "3/"], ["text-1", "text-0"]]);
});

test("keys of all letters lead to the last file that does not begin after them", () => {
  const bytes = [[], [0x61], [255, 0x04, 0x3a], [0xa7], [0xa7, 0xc5], [255, 0xd8, 0x3d, 255, 0xde, 0x00]];
  const shards = new Shards(new Reader(Uint8Array.from([bytes.length, ...bytes.flatMap((key, at) => [key.length, ...key, 0, 0, 0, at])])));
  assert.deepEqual(shards.bounds, ["", "a", "к", "ا", "ام", "😀"]);
  const at = (/** @type {string} */ key) => Number(shards.nameAt(key)?.split("-")[1]);
  assert.deepEqual(["", "A", "a", "zz", "к", "م", "ا", "اب", "امن", "ب", "😀", "\uffff"].map(at), [0, 0, 1, 1, 2, 4, 3, 3, 4, 4, 5, 5]);
  assert.equal(new Shards(new Reader(Uint8Array.of(0))).nameAt("ا"), undefined);
});

test("two queries at once on a split index have an answer each", async () => {
  const split = await open(files(SPLIT));
  const alone = [];
  for (const query of QUERIES) alone.push(await split.query(query));
  const fresh = await open(files(SPLIT));
  assert.deepEqual(await Promise.all(QUERIES.map((query) => fresh.query(query))), alone);
});

test("without a file of postings or of texts an answer is partial", async () => {
  for (const lost of ["words", "text"]) {
    const split = await open(files(SPLIT, lost));
    assert.equal((await split.query("سجون")).partial, true, lost);
  }
});
