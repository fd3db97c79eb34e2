/**
 * The engine as the command `mujaz search` runs it: answers what is asked once, as the box in the header would.
 * @module
 */
import { host } from "./host.js";
import { IndexError, unread } from "./files.js";
import { open } from "./search.js";
import { answered } from "./worker.js";

/** @param {string} name @returns {Promise<Uint8Array>} */
async function read(name) {
  const text = host.read(name);
  if (text === null) throw new IndexError("missing", name);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** @param {string} asked An Ask as JSON. @returns {Promise<string>} What to show of it, or what file is at fault. */
async function answer(asked) {
  try {
    return JSON.stringify(await answered(JSON.parse(asked), await open(read)));
  } catch (error) {
    if (!(error instanceof Error) || !unread(error)) throw error;
    return JSON.stringify({ fault: error instanceof IndexError ? error.reason : "cut", file: error.message.split(":")[0] });
  }
}

Object.assign(globalThis, { ask: (/** @type {string} */ asked) => void answer(asked).then(host.tell, (error) => host.tell(JSON.stringify({ reason: `${error}` }))) });
