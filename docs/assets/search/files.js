/**
 * Fetches the files of an index, checks that each is whole, and keeps them: decoded for this visit, as they came for the next.
 * @module
 */
import { crc32 } from "./packed.js";
import { ROOT } from "./root.js";

/**
 * Reads a file of the index by name; `keep` says which files there are now, so that others may be forgotten.
 * @typedef {((name: string) => Promise<Uint8Array>) & {keep?: (names: Iterable<string>) => Promise<void>}} Read
 */

/** A file that cannot be had: "missing", "cut" (other bytes than its name says), "outdated" (another format), "foreign" (no index). */
export class IndexError extends Error {
  /** @param {"missing" | "cut" | "outdated" | "foreign"} reason @param {string} name */
  constructor(reason, name) {
    super(`${name}: ${reason}`);
    this.name = "IndexError";
    this.reason = reason;
  }
}

const NAMED = /-([0-9a-f]{8})\.bin$/;

/** @param {unknown} error @returns {boolean} Whether a file was missing, cut or damaged, and no fault of the code. */
export const unread = (error) => error instanceof IndexError || error instanceof RangeError;

/**
 * Reads over HTTP. Files carry a hash of their bytes in their names; only the root is asked for anew. What cannot be had is
 * asked for once more, past the browser's cache.
 * @param {string | URL} baseUrl The folder of the index, ending in a slash.
 * @returns {Read}
 */
export function overHttp(baseUrl) {
  const fetched = async (/** @type {string} */ name, /** @type {RequestCache} */ cache) => {
    let response;
    try {
      response = await fetch(new URL(name, baseUrl), { cache });
    } catch (error) {
      if (error instanceof TypeError) throw new IndexError("missing", name);
      throw error;
    }
    if (!response.ok) throw new IndexError("missing", name);
    return whole(name, new Uint8Array(await response.arrayBuffer()));
  };
  return async (name) => {
    try {
      return await fetched(name, NAMED.test(name) ? "default" : "no-cache");
    } catch (error) {
      if (!unread(error)) throw error;
      return fetched(name, "reload");
    }
  };
}

/**
 * Keeps what was read in the browser's own store, by name, until an index was opened by another root: then what that does not
 * name goes. Without such a store, or where it is full or forbidden, all is read anew. The root itself is asked for each
 * time, and taken from the store only where the net gives none.
 * @param {Read} read
 * @param {string | URL} baseUrl
 * @returns {Read}
 */
export function stored(read, baseUrl) {
  const opened = storeOf(baseUrl);
  /** A root that is not the kept one. @type {Uint8Array | null} */
  let fresh = null;
  const kept = async (/** @type {string} */ name) => {
    try {
      const found = await (await opened)?.match(new URL(name, baseUrl));
      return found ? new Uint8Array(await found.arrayBuffer()) : null;
    } catch {
      return null;
    }
  };
  const keep = async (/** @type {string} */ name, /** @type {Uint8Array} */ bytes) =>
    void (await opened)?.put(new URL(name, baseUrl), new Response(bytes.slice())).catch(() => {});
  const root = async () => {
    const before = await kept(ROOT);
    try {
      const bytes = await read(ROOT);
      fresh = before === null || crc32(before) !== crc32(bytes) ? bytes : null;
      return bytes;
    } catch (error) {
      if (before && unread(error)) return before;
      throw error;
    }
  };
  /** @type {Read} */
  const reading = async (name) => {
    if (!NAMED.test(name)) return root();
    const before = await kept(name);
    if (before && holds(name, before)) return before;
    const bytes = await read(name);
    keep(name, bytes);
    return bytes;
  };
  reading.keep = async (names) => {
    const store = fresh && (await opened);
    if (!fresh || !store) return;
    keep(ROOT, fresh);
    const addresses = new Set(Array.from([ROOT, ...names], (name) => new URL(name, baseUrl).href));
    const old = (await store.keys().catch(() => [])).filter(({ url }) => !addresses.has(url));
    await Promise.all(old.map((request) => store.delete(request).catch(() => false)));
  };
  return reading;
}

/** @param {string | URL} baseUrl @returns {Promise<Cache | null>} The browser's own store, where there is one and it is lent. */
async function storeOf(baseUrl) {
  try {
    return await caches.open(`search ${new URL(baseUrl).pathname}`);
  } catch {
    return null;
  }
}

/** @param {string} name @param {Uint8Array} bytes @returns {boolean} Whether the bytes are those that the name tells. */
function holds(name, bytes) {
  const wanted = NAMED.exec(name)?.[1];
  return !wanted || crc32(bytes) === Number.parseInt(wanted, 16);
}

/** @param {string} name @param {Uint8Array} bytes @returns {Uint8Array} */
function whole(name, bytes) {
  if (!holds(name, bytes)) throw new IndexError("cut", name);
  return bytes;
}

/**
 * Reads the root once from the message that hands it over, where that has it, and all else as before.
 * @param {{addEventListener: (type: "message", listener: (event: MessageEvent<object>) => void) => void}} scope The worker's globals.
 * @param {Read} read
 * @returns {Read}
 */
export function handed(scope, read) {
  /** @type {Promise<ArrayBuffer | null> | null} */
  let coming = new Promise((resolve) => {
    scope.addEventListener("message", ({ data }) => "root" in data && resolve(/** @type {import("./messages.js").Handed} */ (data).root));
  });
  return async (name) => {
    if (name !== ROOT || !coming) return read(name);
    const root = await coming;
    coming = null;
    return root ? new Uint8Array(root) : read(name);
  };
}

/**
 * Reads a file and compares it with the CRC-32 in its name.
 * @param {Read} read
 * @returns {Read}
 */
export const checked = (read) => Object.assign(async (/** @type {string} */ name) => whole(name, await read(name)), { keep: read.keep });

/**
 * Decoded files, the least lately used of them forgotten. A file that failed is asked for again next time.
 * @template T
 */
export class Shelf {
  /** @param {number} room @param {(name: string) => Promise<T>} get */
  constructor(room, get) {
    this.room = room;
    this.get = get;
    /** @type {Map<string, Promise<T>>} */
    this.held = new Map();
  }

  /** @param {string} name @returns {Promise<T>} */
  take(name) {
    const found = this.held.get(name) ?? this.get(name);
    this.held.delete(name);
    this.held.set(name, found);
    found.catch(() => this.held.delete(name));
    for (const oldest of this.held.keys()) {
      if (this.held.size <= this.room) break;
      this.held.delete(oldest);
    }
    return found;
  }
}
