/**
 * For development, with Node: node query.mjs DIR reads {"id", "q"} as JSON lines from standard input and prints
 * {"id", "hits": [ids], "ms"} for each; the index was made by `python -m generator index`.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { IndexError, open } from "./search.js";

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node query.mjs DIR < queries.jsonl");
  process.exit(2);
}

const search = await open(async (name) => {
  try {
    return await readFile(join(folder, name));
  } catch {
    throw new IndexError("missing", name);
  }
});

for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const { id, q } = JSON.parse(line);
  const start = performance.now();
  const { hits } = await search.query(q);
  const ms = Math.round((performance.now() - start) * 1000) / 1000;
  console.log(JSON.stringify({ id, hits: hits.map(({ url }) => (url ? JSON.parse(url) : null)), ms }));
}
