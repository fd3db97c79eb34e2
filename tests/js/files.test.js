// How the files of an index are fetched, checked and read.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { BitReader } from "../../docs/assets/search/bits.js";
import { checked, handed, IndexError, overHttp, Shelf, unread } from "../../docs/assets/search/files.js";
import { Index } from "../../docs/assets/search/index.js";
import { crc32, Reader } from "../../docs/assets/search/packed.js";
import { opener } from "../../docs/assets/search/search.js";
import { files, SITE, textOf, WHOLE } from "./folders.js";
import { article, indexOf, string, varint } from "./small.js";

/** @param {string} bits @returns {BitReader} */
const bits = (bits) => new BitReader(Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, "0"), 2)));

test("bits are taken highest first, across bytes", () => {
  const reader = bits("0101100111110000101010101100110011");
  assert.deepEqual([reader.bit(), reader.take(3), reader.take(0), reader.take(24), reader.take(2)], [0, 5, 0, 0b100111110000101010101100, 3]);
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

const GOOD = `text-1-${(0xcbf43926).toString(16)}.bin`;

test("over HTTP only the root is asked for anew", async (context) => {
  const asked = served(context, { "root.bin": ["root"], [GOOD]: ["123456789"] });
  const read = overHttp(SITE);
  assert.deepEqual([textOf(await read("root.bin")), textOf(await read(GOOD))], ["root", "123456789"]);
  assert.deepEqual(asked, [["root.bin", "no-cache"], [GOOD, "default"]]);
});

test("what cannot be had is asked for once more, past the cache", async (context) => {
  const dead = new TypeError("failed to fetch");
  const cases = /** @type {[string, (string | number | Error)[]][]} */ ([["gone", [404, "123456789"]], ["dead", [dead, "123456789"]], ["cut", ["12345", "123456789"]], ["html", ["<html>", "123456789"]]]);
  for (const [kind, answers] of cases) {
    const asked = served(context, { [GOOD]: answers });
    assert.equal(textOf(await overHttp(SITE)(GOOD)), "123456789", kind);
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
