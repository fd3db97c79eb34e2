// The engine sees the words, forms, files and numbers that the generator sees: tests/vectors.py.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { BitReader, lowBits } from "../../docs/assets/search/bits.js";
import { decoded } from "../../docs/assets/search/coder.js";
import { Dictionary } from "../../docs/assets/search/dictionary.js";
import { distance } from "../../docs/assets/search/edits.js";
import { Reader } from "../../docs/assets/search/packed.js";
import { Spelling } from "../../docs/assets/search/spelling.js";
import { light, shardKey, skeleton } from "../../docs/assets/search/stems.js";
import { bare, fold, words } from "../../docs/assets/search/text.js";

const vectors = JSON.parse(readFileSync(new URL("vectors.json", import.meta.url), "utf-8"));

test("words, their forms and their files are those of the generator", () => {
  for (const { text, words: wanted } of vectors.texts) {
    const found = words(text).map((word) => {
      const plain = bare(word.text);
      const stem = light(plain);
      const shard = shardKey(plain);
      return { text: word.text, bare: plain, fold: fold(plain), light: stem, skeleton: skeleton(stem), shard };
    });
    assert.deepEqual(found, wanted);
  }
});

test("a word's span is where it stands", () => {
  for (const { text } of vectors.texts) {
    for (const word of words(text)) assert.equal(text.slice(word.start, word.end), word.text);
  }
});

test("low bits are those of the generator", () => {
  for (const [total, members, low] of vectors.low) assert.equal(lowBits(total, members), low, `${total}, ${members}`);
});

test("numbers read back from the generator's bits", () => {
  const gamma = new BitReader(Buffer.from(vectors.gamma, "hex"));
  for (const number of vectors.numbers) assert.equal(gamma.gamma(), number + 1);
  for (const [low, hex] of vectors.rice) {
    const rice = new BitReader(Buffer.from(hex, "hex"));
    for (const number of vectors.numbers) assert.equal(rice.rice(low), number, `low ${low}`);
  }
});

test("words read back letter by letter, of any script and length, whatever they share with the one before", () => {
  const { words, code, bits } = vectors.spelled;
  const spelling = new Spelling(new Reader(Buffer.from(code, "hex")));
  const reader = new BitReader(Buffer.from(bits, "hex"));
  let before = "";
  for (const word of JSON.parse(words)) assert.equal((before = spelling.next(reader, before)), word);
  const cut = new BitReader(Buffer.from(bits, "hex").subarray(0, 40));
  assert.throws(() => {
    for (;;) before = spelling.next(cut, before);
  }, RangeError);
});

test("symbols read back by number, and letter by letter where they have none", () => {
  const { words, packed, bits } = vectors.dictionary;
  const dictionary = new Dictionary(new Reader(Buffer.from(packed, "hex")));
  const reader = new BitReader(Buffer.from(bits, "hex"));
  for (const word of JSON.parse(words)) assert.equal(dictionary.symbol(reader), word);
});

test("a coded text reads back, and one that ends too early is told", () => {
  const bytes = Buffer.from(vectors.coded.bytes, "hex");
  assert.equal(decoded(bytes), JSON.parse(vectors.coded.text));
  assert.throws(() => decoded(bytes.subarray(0, bytes.length - 1)), RangeError);
  assert.throws(() => decoded(bytes.subarray(0, 3)), RangeError);
});

test("bits that end too early are told", () => {
  const reader = new BitReader(Uint8Array.of(0));
  assert.throws(() => reader.gamma(), RangeError);
  assert.throws(() => new BitReader(Uint8Array.of(255)).take(9), RangeError);
});

test("a distance counts letters put in, left out, changed or swapped, up to its bound", () => {
  /** @type {[string, string, number][]} */
  const pairs = [["سجون", "سجون", 0], ["سجون", "سجن", 1], ["سجون", "سجوم", 1], ["سجون", "سوجن", 1], ["سجون", "مدرسة", 3]];
  for (const [one, other, wanted] of pairs) {
    assert.equal(distance(one, other, 2), wanted, `${one} ${other}`);
    assert.equal(distance(other, one, 2), wanted, `${other} ${one}`);
  }
});
