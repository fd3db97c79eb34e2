/**
 * Fetches the files of an index, checks that each is whole, and keeps a bounded number of them decoded.
 * @module
 */
import { crc32 } from "./packed.js";
import { ROOT } from "./root.js";

/** Reads a file of the index by name. @typedef {(name: string) => Promise<Uint8Array>} Read */

/** A file that cannot be had: "missing", "cut" (other bytes than its name says) or "outdated" (another format). */
export class IndexError extends Error {
  /** @param {"missing" | "cut" | "outdated"} reason @param {string} name */
  constructor(reason, name) {
    super(`${name}: ${reason}`);
    this.name = "IndexError";
    this.reason = reason;
  }
}

/** @param {unknown} error @returns {boolean} Whether a file was missing, cut or damaged, and no fault of the code. */
export const unread = (error) => error instanceof IndexError || error instanceof RangeError;

/**
 * Reads over HTTP. Files carry a hash of their bytes in their names; only the root is asked for anew.
 * @param {string | URL} baseUrl The folder of the index, ending in a slash.
 * @returns {Read}
 */
export function overHttp(baseUrl) {
  return async (name) => {
    const cache = name.endsWith(".json") ? "no-cache" : "default";
    let response;
    try {
      response = await fetch(new URL(name, baseUrl), { cache });
    } catch (error) {
      if (error instanceof TypeError) throw new IndexError("missing", name);
      throw error;
    }
    if (!response.ok) throw new IndexError("missing", name);
    return new Uint8Array(await response.arrayBuffer());
  };
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
export function checked(read) {
  return async (name) => {
    const bytes = await read(name);
    const wanted = /-([0-9a-f]{8})\.bin$/.exec(name)?.[1];
    if (wanted && crc32(bytes) !== Number.parseInt(wanted, 16)) throw new IndexError("cut", name);
    return bytes;
  };
}

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
