/** Prints as JSON all that an index holds, read by the search's own code: node words.mjs CODE INDEX. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [code, folder] = process.argv.slice(2);
/** @param {string} name */
const part = (name) => import(pathToFileURL(join(code, name)).href);
/** @type {[typeof import("../../docs/assets/search/index.js"), typeof import("../../docs/assets/search/texts.js")]} */
const [{ Index }, { written }] = [await part("index.js"), await part("texts.js")];
const index = await Index.open((name) => readFile(join(folder, name)));
const documents = [];
for (let at = 0; at < index.documents; at++) {
  const { address, passages } = await index.store.text(at);
  documents.push([address, ...passages.map(({ tokens }) => written(tokens))]);
}
console.log(JSON.stringify({ documents, words: index.store.view().vocabulary.plain }));
