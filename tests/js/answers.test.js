// The engine on a small index that the generator made: what is found, in which order, and what it costs.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "../../docs/assets/search/query.js";
import { open } from "../../docs/assets/search/search.js";

const search = await open((name) => readFile(join(process.env.MUJAZ_INDEX ?? "", "whole", name)));

/** @param {string} query @returns {Promise<string[]>} The ids that answer a query, best first. */
const found = async (query) => (await search.query(query)).hits.map(({ url }) => JSON.parse(url));

test("a query is read as words, phrases and words to leave out", () => {
  const { terms, phrases, without } = parse('السجون "أمام المشاة" -القديم', false);
  assert.deepEqual(terms.map(({ text }) => text), ["السجون", "أمام", "المشاة"]);
  assert.deepEqual(phrases.map((phrase) => phrase.map(({ folded }) => folded)), [["امام", "المشاه"]]);
  assert.deepEqual(without.map((left) => left.map(({ plain }) => plain)), [["القديم"]]);
});

test("thousands set apart are one number", () => {
  assert.deepEqual(parse("10,000 أسرة", false).terms.map(({ plain }) => plain), ["10000", "أسرة"]);
});

test("only the last word may still be growing", () => {
  assert.deepEqual(parse("سجون المن", true).terms.map(({ typing }) => typing), [false, true]);
});

test("the word in the title comes before the word in the text, and both before another form", async () => {
  assert.deepEqual((await found("سجون")).slice(0, 3), ["prison-title", "prison-body", "prison-form"]);
});

test("a word of the same root is found, and weighs something", async () => {
  const { hits, kin } = await search.query("سجين");
  assert.deepEqual(hits.map(({ url }) => JSON.parse(url)), ["prison-title", "prison-form", "prison-body"]);
  assert.ok(hits.every(({ score }) => score > 0.1), JSON.stringify(hits));
  assert.deepEqual(kin.map(({ word }) => word), ["سجين"]);
});

test("any spelling and inflection finds the word", async () => {
  for (const query of ["مدرّعة الجسور", "للجسر", "وبالجسر", "الجِسْر", "جســـر"]) {
    assert.ok((await found(query)).includes("bridge"), query);
  }
});

test("the word as it was typed comes before its other forms", async () => {
  assert.deepEqual((await found("مزرعة")).slice(0, 2), ["farm-without", "farm-with"]);
  assert.deepEqual((await found("المزرعة")).slice(0, 2), ["farm-with", "farm-without"]);
});

test("a foreign name is found in another spelling", async () => {
  assert.ok((await found("ويلبرغر")).includes("wilbarger"));
});

test("a word to leave out leaves its texts out", async () => {
  assert.deepEqual(await found("الجسر -القديم"), ["bridge"]);
});

test("a phrase to leave out leaves out the texts that hold it, not those that hold its words", async () => {
  assert.deepEqual(await found('الجسر -"الجديد أمام المشاة"'), ["bridge-old"]);
});

test("what no text has is said to be absent", async () => {
  const { absent, total } = await search.query("زرافات");
  assert.deepEqual(absent, ["زرافات"]);
  assert.equal(total, 0);
});

test("marks are the words as they are written", async () => {
  const [{ snippet, marks }] = (await search.query("للميناء")).hits;
  assert.deepEqual(marks.map(([start, end]) => snippet.slice(start, end)), ["الميناء"]);
});

test("the same query has the same answer", async () => {
  assert.deepEqual(await search.query("سجون الجسر"), await search.query("سجون الجسر"));
});

/** @param {string} query @returns {Promise<number>} Of the processor's time, in microseconds, the least of five. */
async function cost(query) {
  let least = Infinity;
  for (let turn = 0; turn < 5; turn++) {
    const before = process.cpuUsage();
    for (let n = 0; n < 5; n++) await search.query(query + "ب".repeat(turn), { facets: true });
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least / 5;
}

const HOSTILE = {
  marks: "ًٌٍَُِّْ".repeat(250),
  long: "سجون ".repeat(2000),
  word: "س".repeat(10_000),
  regex: "(.*)+$[^س]{1,99}\\".repeat(100),
  proto: "__proto__ constructor toString hasOwnProperty ".repeat(40),
  quotes: '"«»" -"'.repeat(300),
  open: '"('.repeat(1000),
  minus: "- -".repeat(700),
  numbers: "1,000,".repeat(300),
  surrogate: "\ud83d".repeat(2000),
};

test("a hostile query costs no more than fifty times a long honest one", async () => {
  const honest = await cost("افتتاح الجسر الجديد أمام المشاة في المنطقة وسجون المدينة القديمة");
  for (const [name, query] of Object.entries(HOSTILE)) {
    const took = await cost(query);
    assert.ok(took < 50 * Math.max(honest, 500), `${name}: ${took} against ${honest} microseconds`);
  }
});
