// What of an index the browser keeps from one visit to the next.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { IndexError, stored } from "../../docs/assets/search/files.js";
import { crc32 } from "../../docs/assets/search/packed.js";
import { open } from "../../docs/assets/search/search.js";
import { SITE, SPLIT, textOf } from "./folders.js";

/** The browser's store as far as the engine uses it; what is `broken` fails. */
class Store {
  /** @type {Map<string, Uint8Array>} */
  held = new Map();
  broken = "";

  /** @param {string} method */
  async #try(method) {
    if (this.broken === method) throw new DOMException("full", "QuotaExceededError");
  }

  /** @param {URL} url */
  async match(url) {
    await this.#try("match");
    const found = this.held.get(url.href.replace(SITE, ""));
    return found && (this.broken === "body" ? { arrayBuffer: () => Promise.reject(new TypeError("lost")) } : new Response(found.slice()));
  }

  /** @param {URL} url @param {Response} response */
  async put(url, response) {
    await this.#try("put");
    this.held.set(url.href.replace(SITE, ""), new Uint8Array(await response.arrayBuffer()));
  }

  async keys() {
    await this.#try("keys");
    return Array.from(this.held.keys(), (name) => ({ url: SITE + name }));
  }

  /** @param {{url: string}} request */
  async delete({ url }) {
    await this.#try("delete");
    return this.held.delete(url.replace(SITE, ""));
  }

  get names() {
    return [...this.held.keys()].sort();
  }
}

/** @param {import("node:test").TestContext} context @param {() => Store | Promise<Store>} open */
function lent(context, open) {
  Object.defineProperty(globalThis, "caches", { value: { open }, configurable: true });
  context.after(() => Reflect.deleteProperty(globalThis, "caches"));
}

/** Files of a net that can be down, by name; what is asked of it. @param {Record<string, string>} held */
function net(held) {
  const line = { held, down: false, asked: /** @type {string[]} */ ([]) };
  const read = async (/** @type {string} */ name) => {
    line.asked.push(name);
    if (line.down || !(name in held)) throw new IndexError("missing", name);
    return new TextEncoder().encode(held[name]);
  };
  return { line, read };
}

/** The name of a file that holds a text. @param {string} kind @param {string} holds */
const named = (kind, holds) => `${kind}-${crc32(new TextEncoder().encode(holds)).toString(16).padStart(8, "0")}.bin`;
const soon = () => new Promise((resolve) => setTimeout(resolve));
const [FIRST, SECOND] = [named("text-0", "first"), named("text-1", "second")];

test("what was kept is not asked for again, and the root is", async (context) => {
  const store = new Store();
  lent(context, () => store);
  const { line, read } = net({ "root.bin": "root", [FIRST]: "first", [SECOND]: "second" });
  for (let visit = 0; visit < 2; visit++) {
    const reading = stored(read, SITE);
    assert.equal(textOf(await reading("root.bin")), "root");
    await reading.keep?.([FIRST, SECOND]);
    assert.equal(textOf(await reading(FIRST)), "first");
    await soon();
  }
  assert.deepEqual([line.asked, store.names], [["root.bin", FIRST, "root.bin"], ["root.bin", FIRST].sort()]);
});

test("with another root the files go that it does not name, and no others", async (context) => {
  const store = new Store();
  lent(context, async () => store);
  const { line, read } = net({ "root.bin": "old", [FIRST]: "first", [SECOND]: "second" });
  const visit = async (/** @type {string[]} */ names) => {
    const reading = stored(read, SITE);
    await reading("root.bin");
    await reading.keep?.(names);
    await Promise.all(names.map(reading));
    await soon();
    return store.names;
  };
  assert.deepEqual(await visit([FIRST, SECOND]), ["root.bin", FIRST, SECOND].sort());
  assert.deepEqual(await visit([]), ["root.bin", FIRST, SECOND].sort(), "the same root");
  line.held["root.bin"] = "new";
  assert.deepEqual(await visit([SECOND]), ["root.bin", SECOND].sort());
});

test("a kept file that is damaged is asked for anew and kept again", async (context) => {
  const store = new Store();
  lent(context, () => store);
  const { line, read } = net({ [FIRST]: "first" });
  store.held.set(FIRST, new TextEncoder().encode("fir"));
  assert.equal(textOf(await stored(read, SITE)(FIRST)), "first");
  await soon();
  assert.deepEqual([line.asked, textOf(store.held.get(FIRST) ?? new Uint8Array())], [[FIRST], "first"]);
});

test("where the net is down the kept root serves, where none was kept it is missing, and one that opened nothing is not kept", async (context) => {
  const store = new Store();
  lent(context, () => store);
  const { line, read } = net({ "root.bin": "good" });
  line.down = true;
  await assert.rejects(stored(read, SITE)("root.bin"), { reason: "missing" });
  line.down = false;
  const reading = stored(read, SITE);
  await reading("root.bin");
  await reading.keep?.([]);
  await soon();
  line.held["root.bin"] = "<html> of a hotel's network";
  await stored(read, SITE)("root.bin");
  line.down = true;
  assert.equal(textOf(await stored(read, SITE)("root.bin")), "good");
});

test("without a store, or with one that fails in whatever it does, all is read", async (context) => {
  const fails = ["match", "put", "keys", "delete", "body", "open", "throws", "none"];
  for (const broken of fails) {
    const store = Object.assign(new Store(), { broken });
    for (const name of ["root.bin", FIRST, SECOND]) store.held.set(name, new TextEncoder().encode(name === FIRST ? "first" : "other"));
    if (broken === "throws") Object.defineProperty(globalThis, "caches", { get: () => { throw new DOMException("", "SecurityError"); }, configurable: true });
    else if (broken !== "none") lent(context, () => (broken === "open" ? Promise.reject(new DOMException("", "SecurityError")) : store));
    const { read } = net({ "root.bin": "root", [FIRST]: "first", [SECOND]: "second" });
    const reading = stored(read, SITE);
    assert.deepEqual([textOf(await reading("root.bin")), textOf(await reading(FIRST)), textOf(await reading(SECOND))], ["root", "first", "second"], broken);
    await reading.keep?.([SECOND]);
    await soon();
    Reflect.deleteProperty(globalThis, "caches");
  }
});

test("an index that was searched before answers from the store, and goes on without a net", async (context) => {
  lent(context, (store => () => store)(new Store()));
  let down = false;
  /** @type {string[]} */
  const asked = [];
  context.mock.method(globalThis, "fetch", async (/** @type {URL} */ { href }) => {
    asked.push(href.replace(SITE, "").split("-")[0]);
    if (down) throw new TypeError("failed to fetch");
    return new Response(await readFile(join(SPLIT, href.replace(SITE, ""))));
  });
  const answer = async () => (await open(SITE)).query("سجون");
  const first = await answer();
  assert.ok(first.total && asked.includes("words") && asked.includes("text"), `${asked}`);
  await soon();
  asked.length = 0;
  assert.deepEqual([await answer(), asked], [first, ["root.bin"]]);
  down = true;
  assert.deepEqual(await answer(), first);
});
