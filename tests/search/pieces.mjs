/**
 * Asks an index that comes whole and the same one in pieces alike: node pieces.mjs WHOLE PIECES reads queries as JSON and
 * prints what each answers, the index in pieces opened anew and with all queries before behind it, and which files it read.
 */
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { open } from "../../docs/assets/search/search.js";

const [whole, pieces] = process.argv.slice(2);
/** @type {string[]} */
const queries = JSON.parse(readFileSync(0, "utf8"));

/** @param {string} folder @param {string[]} asked */
const reading = (folder, asked) => async (/** @type {string} */ name) => {
  asked.push(name);
  return new Uint8Array(await readFile(join(folder, name)));
};

/** @param {import("../../docs/assets/search/search.js").Search} search @param {string} query */
async function answer(search, query) {
  const { hits, ...said } = await search.query(query, { limit: 1000 });
  return { ...said, urls: hits.map(({ url }) => url) };
}

const [all, old] = [await open(reading(whole, [])), await open(reading(pieces, []))];
const told = [];
for (const query of queries) {
  /** @type {string[]} */
  const asked = [];
  const fresh = await open(reading(pieces, asked));
  const opening = asked.splice(0);
  await fresh.query(query, { limit: 5 });
  const first = asked.splice(0);
  const anew = await answer(await open(reading(pieces, [])), query);
  told.push({ query, opening, asked: first, whole: await answer(all, query), fresh: anew, old: await answer(old, query) });
}
console.log(JSON.stringify(told));
