// How the files of an index are fetched, checked, kept and read.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { BitReader, lowBits, restBits } from "../../docs/assets/search/bits.js";
import { checked, handed, IndexError, overHttp, Shelf, unread } from "../../docs/assets/search/files.js";
import { Index } from "../../docs/assets/search/index.js";
import { crc32, Reader, symbolsOf } from "../../docs/assets/search/packed.js";
import { shardOf } from "../../docs/assets/search/stems.js";
import { Fetched } from "../../docs/assets/search/stores.js";
import { open, opener } from "../../docs/assets/search/search.js";
import { article, BitWriter, indexOf, string, varint, vocabularyOf } from "./small.js";

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

test("a symbol is its band and its place there", () => {
  assert.deepEqual(["00011", "0010000", "0011111", "010000001"].map((each) => bits(each).symbol(0)), [3, 4, 19, 21]);
  assert.equal(bits("111101").symbol(3), 21_844 + 5);
  const firsts = [0, 1, 2, 3, 4, 5, 6, 7].map((band) => bits(band.toString(2).padStart(3, "0") + "0".repeat(14)).symbol(9));
  assert.deepEqual(firsts, [0, 4, 20, 84, 340, 1364, 5460, 21_844]);
});

test("the last band takes as many bits as its places need", () => {
  assert.deepEqual([1, 21_844, 21_845, 21_846, 21_847, 21_849].map(restBits), [0, 0, 0, 1, 2, 3]);
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

test("symbols share their beginnings, in letters and not in units", () => {
  const [long, rest] = ["ا".repeat(20), "ب".repeat(16)];
  const rows = [[0x03, 0, 1, 2], [0x21, 1], [0x11, 255, ...varint(0x645)], [0x0f, ...varint(5), ...Array(20).fill(0)], [0xff, ...varint(5), ...varint(1), ...Array(16).fill(1)]];
  const bytes = [...string("اب😀"), ...varint(rows.length), ...rows.flat(), ...varint(1), 0x01, 2];
  assert.deepEqual(symbolsOf(Uint8Array.from(bytes)), ["اب😀", "ابب", "ام", long, long + rest, "😀"]);
  const astral = [...string("اب😀"), ...varint(2), 0x02, 2, 0, 0x21, 1];
  assert.deepEqual(symbolsOf(Uint8Array.from(astral)), ["😀ا", "😀اب"]);
});

test("the checksum is that of zlib", () => {
  assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
});

test("a file with other bytes than its name says is cut", async () => {
  const name = `text-${(0xcbf43926).toString(16)}.bin`;
  const read = (/** @type {string} */ text) => checked(async () => new TextEncoder().encode(text));
  assert.equal((await read("123456789")(name)).length, 9);
  assert.equal((await read("12345678")("search.json")).length, 8);
  await assert.rejects(read("12345678")(name), { name: "IndexError", reason: "cut", message: `${name}: cut` });
});

test("over HTTP only the root is asked for anew, and what cannot be had is missing", async (context) => {
  /** @type {[string, RequestCache | undefined][]} */
  const asked = [];
  context.mock.method(globalThis, "fetch", async (/** @type {URL} */ url, /** @type {RequestInit} */ { cache }) => {
    asked.push([url.href, cache]);
    if (url.pathname.endsWith("gone")) return new Response("", { status: 404 });
    if (url.pathname.endsWith("dead")) throw new TypeError("failed to fetch");
    if (url.pathname.endsWith("bug")) throw new SyntaxError("ours");
    return new Response("abc");
  });
  const read = overHttp("https://example.org/search/data/");
  assert.deepEqual(await read("search.json"), new TextEncoder().encode("abc"));
  await read("text-1.bin");
  assert.deepEqual(asked, [["https://example.org/search/data/search.json", "no-cache"], ["https://example.org/search/data/text-1.bin", "default"]]);
  for (const name of ["gone", "dead"]) await assert.rejects(read(name), { reason: "missing" });
  await assert.rejects(read("bug"), SyntaxError);
});

test("the root is read once from the message that hands it over, and asked for where that has none", async () => {
  for (const [root, first] of /** @type {[ArrayBuffer | null, string][]} */ ([[new TextEncoder().encode("handed").buffer, "handed"], [null, "search.json"]])) {
    /** @type {(event: MessageEvent<object>) => void} */
    let tell = () => {};
    const read = handed({ addEventListener: (_type, listener) => void (tell = listener) }, async (name) => new TextEncoder().encode(name));
    const came = read("search.json");
    for (const data of [{ ask: 0 }, { root }]) tell(/** @type {MessageEvent<object>} */ ({ data }));
    const texts = [await came, await read("text-1.bin"), await read("search.json")].map((bytes) => new TextDecoder().decode(bytes));
    assert.deepEqual(texts, [first, "text-1.bin", "search.json"]);
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

test("a root of another format is outdated, one that cannot be read is cut", async () => {
  const root = JSON.parse(String(await readFile(join(WHOLE, "search.json"))));
  const said = (/** @type {string} */ text) => Index.open(async () => new TextEncoder().encode(text));
  await assert.rejects(said(JSON.stringify({ ...root, format: 1 })), { reason: "outdated" });
  await assert.rejects(said("null"), { reason: "outdated" });
  await assert.rejects(said('{"format":'), { reason: "cut" });
});

test("an index opens when it is first asked for, once, and again after it failed", async () => {
  let turn = 0;
  const engine = opener((name) => {
    if (name === "search.json") turn++;
    return files(WHOLE, turn === 1 ? "search.json" : "no such")(name);
  });
  assert.equal(turn, 0);
  await assert.rejects(engine(), { reason: "missing" });
  const first = await engine();
  assert.equal(await engine(), first);
  assert.equal(turn, 2);
});

test("lengths are those of the documents, beside their average", async () => {
  const { lengths, titleLengths, shares, kinds, root } = await Index.open(files(WHOLE));
  assert.equal(lengths.length, root.documents);
  assert.deepEqual([...titleLengths.slice(0, 3)], [2, 2, 0]);
  assert.deepEqual([...new Set(kinds)], [0]);
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  assert.ok(Math.abs(shares[0] - lengths[0] / average) < 1e-6);
});

const QUERIES = ["سجون", "السجن المركزي", "ويلبرغر", '"الجسر الجديد" القمح', "الجسر -القديم", 'الجسر -"الجديد أمام المشاة"', "مزرعه", "10000 أسرة"];

test("a split index answers as a whole one does, file by file", async () => {
  const [whole, split] = [await open(files(WHOLE)), await open(files(SPLIT))];
  assert.ok(whole.index.store.whole && !split.index.store.whole);
  assert.ok(readdirSync(SPLIT).length > readdirSync(WHOLE).length);
  for (const query of QUERIES) {
    const [one, other] = [await whole.query(query), await split.query(query)];
    assert.deepEqual(other.hits.map(({ url, snippet }) => [url, snippet]), one.hits.map(({ url, snippet }) => [url, snippet]), query);
    assert.equal(other.partial, false);
    assert.ok(one.total, query);
  }
});

/** Postings of two words in a file of their own each, of another in a third, and two files of texts of one document each. */
function fetched() {
  const vocabulary = vocabularyOf(["سجون", "جسر", "في"]);
  const postings = (/** @type {BitWriter} */ bits, /** @type {number} */ doc) => bits.gamma(1).rice(doc, lowBits(2, 1)).put(0, 1);
  const shard = (/** @type {number} */ symbol, /** @type {number} */ doc) => postings(new BitWriter().gamma(2).gamma(1).rice(symbol, 0), doc);
  const text = (/** @type {string} */ address) => new BitWriter().gamma(2).string(address).gamma(1);
  const names = ["a", "b"];
  const own = shardOf("سجون", 2);
  assert.notEqual(shardOf("جسر", 2), own);
  /** @type {Record<string, BitWriter>} */
  const held = { [names[own]]: shard(0, 1), [names[1 - own]]: shard(1, 0), often: postings(new BitWriter(), 1), "text-0": text("0/"), "text-1": text("1/") };
  /** @type {string[]} */
  const asked = [];
  const read = async (/** @type {string} */ name) => {
    asked.push(name);
    return held[name].packed();
  };
  const { root } = indexOf([article("سجون"), article("جسر")], { texts: [[0, "text-0"], [1, "text-1"]] });
  const store = new Fetched(root, { shards: names, heavy: { 2: "often" } }, read, vocabulary);
  return { store, asked, file: { prison: names[own], bridge: names[1 - own] } };
}

test("a store fetches the files of the words that are asked for, each once", async () => {
  const { store, asked, file } = fetched();
  const { postings, failed } = await store.gather([0, 2]);
  assert.deepEqual([0, 1, 2].map((symbol) => [...postings(symbol).docs]), [[1], [], [1]]);
  assert.equal(failed, false);
  assert.deepEqual(asked, [file.prison, "often"]);
  await store.gather([0, 1, 2]);
  assert.deepEqual(asked, [file.prison, "often", file.bridge]);
});

test("a word costs no file when it shares one with a word asked for", async () => {
  const { store, asked } = fetched();
  const reaches = store.reaching([0]);
  assert.deepEqual([0, 1, 2].map(reaches), [true, false, false]);
  assert.deepEqual(asked, []);
});

test("a fault of the code is no lost file", async () => {
  const { root } = indexOf([article("سجون")]);
  const store = new Fetched(root, { shards: ["a"], heavy: {} }, () => Promise.reject(new TypeError("ours")), vocabularyOf(["سجون"]));
  await assert.rejects(store.gather([0]), TypeError);
});

test("each document is found in its file, however many there are", async () => {
  const starts = [0, 2, 3, 7, 8, 9];
  const { root } = indexOf(Array.from({ length: 12 }, () => article("سجون")), { texts: starts.map((start) => [start, `${start}`]) });
  const read = async (/** @type {string} */ name) => {
    const bits = new BitWriter().gamma(13);
    for (let at = 0; at < 12; at++) bits.string(`${name}: ${Number(name) + at}`).gamma(1);
    return bits.packed();
  };
  const store = new Fetched(root, { shards: [], heavy: {} }, read, vocabularyOf(["سجون"]));
  for (let doc = 0; doc < 12; doc++) {
    const start = starts.findLast((one) => one <= doc);
    assert.equal((await store.text(doc)).address, `${start}: ${doc}`);
  }
});

test("a document's text is in the last file that begins with it or before", async () => {
  const { store, asked } = fetched();
  assert.deepEqual([(await store.text(1)).address, (await store.text(0)).address, (await store.text(1)).address], ["1/", "0/", "1/"]);
  assert.deepEqual(asked, ["text-1", "text-0"]);
});

test("two queries at once on a split index have an answer each", async () => {
  const split = await open(files(SPLIT));
  const alone = [];
  for (const query of QUERIES) alone.push(await split.query(query));
  const fresh = await open(files(SPLIT));
  assert.deepEqual(await Promise.all(QUERIES.map((query) => fresh.query(query))), alone);
});

test("without a file of postings or of texts an answer is partial", async () => {
  for (const lost of ["postings", "text"]) {
    const split = await open(files(SPLIT, lost));
    assert.equal((await split.query("سجون")).partial, true, lost);
  }
});
