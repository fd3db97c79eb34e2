// What is filtered, counted and sorted by: the file that the generator packs (tests/vectors.py), and one that is another.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Facets } from "../../docs/assets/search/facets.js";
import { Search } from "../../docs/assets/search/search.js";
import { article, FACETS, indexOf } from "./small.js";

/** @typedef {import("../../docs/assets/search/search.js").Options} Options */

const ALL = [0, 1, 2, 3, 4];

/** @param {import("../../docs/assets/search/facets.js").Count[]} counts */
const told = (counts) => counts.map(({ facet, values }) => [facet, ...values.map(({ label, count }) => `${label} ${count}`)]);

/** @param {() => Promise<Uint8Array>} read Of the file of facets. @returns {Search} */
function searching(read) {
  const index = indexOf(ALL.map((n) => article(`${n === 3 ? "سوق الخضار" : "الخضار سوق"} ${"كلمة ".repeat(n)}`)), { facets: "facets" });
  index.read = read;
  return new Search(index);
}

/** @param {string} query @param {Options} options @param {Search} search */
const asked = async (query, options, search = searching(async () => FACETS)) => (await search.query(query, options)).hits.map(({ url }) => url.replace("/", "")).join("");

test("facets let through what has one of the values of each, and count what is found", () => {
  const facets = new Facets(FACETS, ALL.length);
  const kept = (/** @type {Record<string, string[]>} */ filters) => ALL.filter(facets.filter(filters)).join("");
  assert.deepEqual([kept({}), kept({ theme: ["w"] }), kept({ theme: ["w", "r"] }), kept({ theme: ["r"], year: ["2021"] })], ["01234", "01", "013", "1"]);
  assert.deepEqual([kept({ theme: [] }), kept({ theme: ["nothing"] }), kept({ toString: ["x"] })], ["01234", "", "01234"]);
  assert.deepEqual(told(facets.counts(ALL, {})), [["kind", "مادة 5"], ["theme", "الطرق 🛣 2", "المياه 2"], ["year", "2021 2", "1968 1", "2030 1", "undated 1"]]);
  assert.deepEqual(told(facets.counts([2, 4], {})), [["kind", "مادة 2"], ["theme"], ["year", "2030 1", "undated 1"]]);
});

test("a facet that narrows tells what its other values would add, and keeps what was chosen", () => {
  const facets = new Facets(FACETS, ALL.length);
  assert.deepEqual(told(facets.counts(ALL, { theme: ["r"], year: ["2021"] })), [["kind", "مادة 1"], ["theme", "المياه 2", "الطرق 🛣 1"], ["year", "1968 1", "2021 1"]]);
  assert.deepEqual(told(facets.counts([4], { theme: ["w"] })), [["kind"], ["theme", "المياه 0"], ["year"]]);
});

test("an answer is filtered, counted and sorted by day; what has none and what lacks the phrase come last", async () => {
  assert.equal(await asked("الخضار", { filters: { theme: ["r"] } }), "13");
  assert.equal(await asked("الخضار", { sort: "newest" }), "40132");
  assert.equal(await asked("الخضار", { sort: "oldest" }), "30142");
  assert.equal(await asked("الخضار «سوق الخضار»", { sort: "newest" }), "34012");
  const { facets, hits, total } = await searching(async () => FACETS).query("الخضار", { facets: true, filters: { theme: ["w"] }, limit: 0 });
  assert.deepEqual([hits, total, told(facets)[1]], [[], 2, ["theme", "الطرق 🛣 2", "المياه 2"]]);
  assert.deepEqual((await searching(async () => FACETS).query("الخضار")).facets, []);
});

test("without the file all results stay, best first, and it is asked for again", async () => {
  let turn = 0;
  const search = searching(async () => (turn++ ? FACETS : Promise.reject(new RangeError("cut"))));
  /** @type {Options} */
  const options = { facets: true, sort: "oldest", filters: { theme: ["r"] } };
  const answers = [await search.query("الخضار", { sort: "oldest" }), await search.query("الخضار", options)];
  assert.deepEqual(answers.map(({ total, unnarrowed, partial }) => [total, unnarrowed, partial]), [[5, true, false], [2, false, false]]);
});

test("whatever another file says of lengths, it ends in one of the errors that mean a file that cannot be read", () => {
  for (const bytes of [[], [1, 2, 3], FACETS.slice(0, -1), FACETS.slice().fill(170), FACETS.slice(3), FACETS.slice().reverse(), [...FACETS, 0]]) {
    assert.throws(() => new Facets(Uint8Array.from(bytes), ALL.length), { name: /^(Index|Range)Error$/ });
  }
});
