/**
 * How the engine fares on harmed files and hostile queries: node damage.mjs INDEX reads {harms, queries} as JSON and prints
 * what became of each harm, with the queries' totals, and what each query cost.
 *
 * A harm is {kind, how, all}: what is done to the files of a kind, to the first of them or to all; of the kind "" to all files.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IndexError, open } from "../../docs/assets/search/search.js";

/** @typedef {{kind: string, how: string, all: boolean}} Harm */
/** @typedef {(bytes: Uint8Array, name: string) => Uint8Array} Doing */

const folder = process.argv[2];
/** @type {{harms: Harm[], ordinary: string[], hostile: string[]}} */
const { harms, ordinary, hostile } = JSON.parse(readFileSync(0, "utf8"));
const files = new Map(readdirSync(folder).sort().map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
const text = new TextEncoder();
const HTML = text.encode("<!doctype html><html><title>404</title><p>الصفحة غير موجودة</html>");

/** @param {string} name */
const kindOf = (name) => name.split(/[-.]/)[0];

/** @type {Record<string, Doing>} */
const DOINGS = {
  missing: (_, name) => {
    throw new IndexError("missing", name);
  },
  cut: (bytes) => bytes.slice(0, bytes.length - 3),
  empty: () => new Uint8Array(),
  html: () => HTML,
  foreign: (bytes) => bytes.slice().reverse(),
  another: (_, name) => files.get([...files.keys()].find((other) => other !== name && kindOf(other) === kindOf(name)) ?? "") ?? HTML,
  null: () => text.encode("null"),
  list: () => text.encode("[]"),
  old: (bytes) => bytes.with(5, 2),
  half: (bytes) => bytes.slice(0, bytes.length >> 1),
};

/** @param {Harm} harm @returns {(name: string) => Promise<Uint8Array>} */
function reading({ kind, how, all }) {
  const hit = [...files.keys()].filter((name) => !kind || kindOf(name) === kind);
  const harmed = new Set(all ? hit : hit.slice(0, 1));
  return async (name) => {
    const bytes = files.get(name);
    if (!bytes) throw new IndexError("missing", name);
    return harmed.has(name) ? DOINGS[how](bytes, name) : bytes;
  };
}

/** @param {unknown} error @returns {string} The reason of an error that has a sentence; else the error with its place. */
const told = (error) => (error instanceof IndexError ? error.reason : String(error instanceof Error ? error.stack : error));

/**
 * @param {Harm} harm
 * @returns {Promise<{reason?: string, answers: {total: number, hits: number, partial: boolean}[]}>}
 */
async function fared(harm) {
  const read = reading(harm);
  const answers = [];
  try {
    const search = await open(read);
    for (const query of ordinary) {
      const { total, hits, partial } = await search.query(query);
      answers.push({ total, hits: hits.filter(({ url }) => url).length, partial });
    }
  } catch (error) {
    return { reason: told(error), answers };
  }
  return { answers };
}

/** @param {import("../../docs/assets/search/search.js").Search} search @param {string} query */
async function cost(search, query) {
  const spent = [];
  try {
    for (let time = 0; time < 3; time++) {
      const before = process.cpuUsage();
      await search.query(query, { typing: true });
      const { user, system } = process.cpuUsage(before);
      spent.push((user + system) / 1000);
    }
  } catch (error) {
    return told(error);
  }
  return Math.min(...spent);
}

const healthy = await open(reading({ kind: "none", how: "cut", all: true }));
for (const query of ordinary) await healthy.query(query);
const costs = [];
for (const query of hostile) costs.push(await cost(healthy, query));
const outcomes = [];
for (const harm of harms) outcomes.push(await fared(harm));
console.log(JSON.stringify({ costs, outcomes, unharmed: await fared({ kind: "none", how: "cut", all: true }) }));
