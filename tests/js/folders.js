/**
 * The two indexes of tests/js/lines.jsonl that conftest.py has made, and the site that the tests pretend they lie on.
 * @module
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { IndexError } from "../../docs/assets/search/files.js";

export const WHOLE = join(process.env.MUJAZ_INDEX ?? "", "whole");
export const SPLIT = join(process.env.MUJAZ_INDEX ?? "", "split");
export const SITE = "https://example.org/search/data/";

/** @param {string} folder @param {string} [lost] How the names of missing files begin. */
export const files = (folder, lost = "no such") => async (/** @type {string} */ name) => {
  if (name.startsWith(lost)) throw new IndexError("missing", name);
  return new Uint8Array(await readFile(join(folder, name)));
};

/** @param {Uint8Array} bytes */
export const textOf = (bytes) => new TextDecoder().decode(bytes);
