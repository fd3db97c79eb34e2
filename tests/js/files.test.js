// How the files of an index are fetched, checked, kept and read.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { BitReader, lowBits } from "../../docs/assets/search/bits.js";
import { Dictionary } from "../../docs/assets/search/dictionary.js";
import { checked, handed, IndexError, overHttp, Shelf, unread } from "../../docs/assets/search/files.js";
import { Index } from "../../docs/assets/search/index.js";
import { crc32, Reader } from "../../docs/assets/search/packed.js";
import { open, opener } from "../../docs/assets/search/search.js";
import { Shards } from "../../docs/assets/search/shards.js";
import { shardKey } from "../../docs/assets/search/stems.js";
import { Fetched } from "../../docs/assets/search/stores.js";
import { BitWriter, dictionaryOf, indexOf, article, string, varint } from "./small.js";

const WHOLE = join(process.env.MUJAZ_INDEX ?? "", "whole");
const SPLIT = join(process.env.MUJAZ_INDEX ?? "", "split");

/** @param {string} folder @param {string} [lost] How the names of missing files begin. */
const files = (folder, lost = "no such") => async (/** @type {string} */ name) => {
  if (name.startsWith(lost)) throw new IndexError("missing", name);
  return new Uint8Array(await readFile(join(folder, name)));
};

/** @param {string} bits @returns {BitReader} */
const bits = (bits) => new BitReader(Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, "0"), 2)));

test("bits are taken highest first, across bytes", () => {
  const reader = bits("0101100111110000101010101100110011");
  assert.deepEqual([reader.bit(), reader.take(3), reader.take(0), reader.take(24), reader.take(2)], [0, 5, 0, 0b100111110000101010101100, 3]);
});

/** @param {string[]} symbols @param {boolean} whole */
function dictionaryWith(symbols, whole) {
  const reader = new Reader(Uint8Array.from(dictionaryOf(symbols)));
  return new Dictionary(reader, reader.end, whole);
}

test("a symbol is its band and its place there, in the last band as many bits as its places need", () => {
  const dictionary = dictionaryWith(Array.from({ length: 21_849 }, (_, n) => `${n}`), true);
  const symbols = (/** @type {string[]} */ ...codes) => codes.map((code) => Number(dictionary.symbol(bits(code))));
  assert.deepEqual(symbols("00011", "0010000", "0011111", "010000001", "111100"), [3, 4, 19, 21, 21_848]);
  const firsts = symbols(...[0, 1, 2, 3, 4, 5, 6, 7].map((band) => band.toString(2).padStart(3, "0") + "0".repeat(14)));
  assert.deepEqual(firsts, [0, 4, 20, 84, 340, 1364, 5460, 21_844]);
  assert.deepEqual([dictionary.rest, dictionaryWith(["0"], true).rest], [3, 0]);
  assert.throws(() => symbols("111111"), RangeError);
});

test("where texts come in pieces the last band is a word letter by letter", () => {
  const reader = new BitReader(new BitWriter().put(7, 3).word("سج😀").put(1, 5).packed());
  const dictionary = dictionaryWith(["في", "من"], false);
  assert.deepEqual([dictionary.symbol(reader), dictionary.symbol(reader)], ["سج😀", "من"]);
});

test("a string among bits is UTF-8 behind its length", () => {
  const utf8 = [...new TextEncoder().encode("س!")].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  assert.equal(bits(`00100${utf8}`).string(), "س!");
  assert.throws(() => bits("00100").string(), RangeError);
});

test("numbers of any size and strings come off bytes one after another", () => {
  const numbers = [0, 127, 128, 16_383, 16_384, 2 ** 31, 2 ** 40 + 5];
  const reader = new Reader(Uint8Array.from([...numbers.flatMap(varint), ...string("سجون"), 7]));
  assert.deepEqual(numbers.map(() => reader.varint()), numbers);
  assert.deepEqual([reader.string(), reader.done, reader.byte(), reader.done], ["سجون", false, 7, true]);
  assert.throws(() => reader.byte(), RangeError);
});

test("the checksum is that of zlib", () => {
  assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
});

test("a file with other bytes than its name says is cut", async () => {
  const name = `text-${(0xcbf43926).toString(16)}.bin`;
  const read = (/** @type {string} */ text) => checked(async () => new TextEncoder().encode(text));
  assert.equal((await read("123456789")(name)).length, 9);
  assert.equal((await read("12345678")("root.bin")).length, 8);
  await assert.rejects(read("12345678")(name), { name: "IndexError", reason: "cut", message: `${name}: cut` });
});

/**
 * Has `fetch` answer with what a table has for the end of an address, one after another, the last again and again: a text,
 * a status, an error to throw.
 * @param {import("node:test").TestContext} context
 * @param {Record<string, (string | number | Error)[]>} table
 * @returns {[string, RequestCache | undefined][]} What is asked, as it is asked.
 */
function served(context, table) {
  /** @type {[string, RequestCache | undefined][]} */
  const asked = [];
  context.mock.method(globalThis, "fetch", async (/** @type {URL} */ url, /** @type {RequestInit} */ { cache }) => {
    const name = url.href.replace(SITE, "");
    const [first, ...rest] = table[name];
    asked.push([name, cache]);
    if (rest.length) table[name] = rest;
    if (first instanceof Error) throw first;
    return typeof first === "number" ? new Response("", { status: first }) : new Response(first);
  });
  return asked;
}

const SITE = "https://example.org/search/data/";
const GOOD = `text-1-${(0xcbf43926).toString(16)}.bin`;
const text = (/** @type {Uint8Array} */ bytes) => new TextDecoder().decode(bytes);

test("over HTTP only the root is asked for anew", async (context) => {
  const asked = served(context, { "root.bin": ["root"], [GOOD]: ["123456789"] });
  const read = overHttp(SITE);
  assert.deepEqual([text(await read("root.bin")), text(await read(GOOD))], ["root", "123456789"]);
  assert.deepEqual(asked, [["root.bin", "no-cache"], [GOOD, "default"]]);
});

test("what cannot be had is asked for once more, past the cache", async (context) => {
  const dead = new TypeError("failed to fetch");
  const cases = /** @type {[string, (string | number | Error)[]][]} */ ([["gone", [404, "123456789"]], ["dead", [dead, "123456789"]], ["cut", ["12345", "123456789"]], ["html", ["<html>", "123456789"]]]);
  for (const [kind, answers] of cases) {
    const asked = served(context, { [GOOD]: answers });
    assert.equal(text(await overHttp(SITE)(GOOD)), "123456789", kind);
    assert.deepEqual(asked, [[GOOD, "default"], [GOOD, "reload"]], kind);
    context.mock.restoreAll();
  }
});

test("what is missing, cut or a fault of the code twice is told as that", async (context) => {
  const asked = served(context, { gone: [404], "root.bin": [new TypeError("failed to fetch")], [GOOD]: ["<html>"], bug: [new SyntaxError("ours")] });
  const read = overHttp(SITE);
  for (const name of ["gone", "root.bin"]) await assert.rejects(read(name), { reason: "missing" });
  await assert.rejects(read(GOOD), { reason: "cut" });
  assert.equal(asked.length, 6);
  await assert.rejects(read("bug"), SyntaxError);
  assert.equal(asked.length, 7);
});

test("the root is read once from the message that hands it over, and asked for where that has none", async () => {
  for (const [root, first] of /** @type {[ArrayBuffer | null, string][]} */ ([[new TextEncoder().encode("handed").buffer, "handed"], [null, "root.bin"]])) {
    /** @type {(event: MessageEvent<object>) => void} */
    let tell = () => {};
    const read = handed({ addEventListener: (_type, listener) => void (tell = listener) }, async (name) => new TextEncoder().encode(name));
    const came = read("root.bin");
    for (const data of [{ ask: 0 }, { root }]) tell(/** @type {MessageEvent<object>} */ ({ data }));
    const texts = [await came, await read("text-1.bin"), await read("root.bin")].map((bytes) => new TextDecoder().decode(bytes));
    assert.deepEqual(texts, [first, "text-1.bin", "root.bin"]);
  }
});

test("a shelf keeps what was lately used and forgets what failed", async () => {
  /** @type {string[]} */
  const got = [];
  const shelf = new Shelf(2, async (name) => {
    got.push(name);
    if (name === "bad" && got.filter((each) => each === name).length === 1) throw new IndexError("missing", name);
    return name;
  });
  for (const name of ["a", "b", "a", "c", "a", "b"]) assert.equal(await shelf.take(name), name);
  assert.deepEqual(got, ["a", "b", "c", "b"]);
  await assert.rejects(shelf.take("bad"), IndexError);
  assert.equal(await shelf.take("bad"), "bad");
});

test("lost and damaged files are told from faults of the code", () => {
  assert.deepEqual([new IndexError("cut", "a"), new RangeError(), new TypeError(), "lost"].map(unread), [true, true, false, false]);
});

/** @param {(root: Uint8Array) => Uint8Array} harm */
const withRoot = async (harm) => {
  const root = new Uint8Array(await readFile(join(WHOLE, "root.bin")));
  return Index.open(async () => harm(root));
};

test("a root of another format is outdated, one that is none is foreign, one that ends too early is cut", async () => {
  for (const format of [0, 2, 4, 127]) await assert.rejects(withRoot((root) => root.with(5, format)), { reason: "outdated" });
  const others = ["<!doctype html><title>404</title>", '{"format": 2}', "mujax\u0003"];
  for (const other of others) await assert.rejects(withRoot(() => new TextEncoder().encode(other)), { reason: "foreign" }, other);
  const { length } = await readFile(join(WHOLE, "root.bin"));
  const ends = [...Array(60).keys(), ...Array.from({ length: 60 }, (_, n) => Math.floor((length * n) / 60))];
  for (const end of ends) await assert.rejects(withRoot((root) => root.subarray(0, end)), { name: "IndexError", reason: "cut" }, `${end}`);
});

test("an index opens when it is first asked for, once, and again after it failed", async () => {
  let turn = 0;
  const engine = opener((name) => {
    if (name === "root.bin") turn++;
    return files(WHOLE, turn === 1 ? "root.bin" : "no such")(name);
  });
  assert.equal(turn, 0);
  await assert.rejects(engine(), { reason: "missing" });
  const first = await engine();
  assert.equal(await engine(), first);
  assert.equal(turn, 2);
});

test("lengths are those of the documents, beside their average", async () => {
  const { documents, titleLengths, shares, kinds } = await Index.open(files(WHOLE));
  assert.deepEqual([documents, shares.length, new Set(titleLengths), new Set(kinds)], [10, 10, new Set([0]), new Set(["article"])]);
  const [first, other] = [shares[0] / shares[3], 12 / 8];
  assert.ok(Math.abs(first / other - 1) < 0.05, `${first}, ${other}`);
  assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) / 10 - 1) < 1e-6);
  const things = indexOf([article("سجون", "سجون"), { kind: "place", parts: [["title", "حلب الشهباء"], ["body", "مدينة"]] }]);
  assert.deepEqual(things.titleLengths, [0, 2]);
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
  const directory = { dictionary: dictionaryWith([], false), total: 4, shards: new Shards(new Reader(listed)), blocks, near: new Map([["س", names[3]]]) };
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
  assert.deepEqual([await again.grow(), asked.length], [true, 2]);
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
