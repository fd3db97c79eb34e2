/**
 * Asks the engine in its worker, for the box and for the search page: starts it when it is needed, hands it the root of
 * the index, which is fetched while the script is on its way, and starts another where one was lost.
 * @module
 */
import { nothing } from "./messages.js";
import { FOLDER, ROOT } from "./root.js";

/** @typedef {import("./messages.js").Shown} Shown */
/** What is asked, without its number. @typedef {{text: string} & import("./search.js").Options} Question */

/** Bytes of the root, null where it cannot be had; the engine then asks for it itself. @param {URL} address @returns {Promise<ArrayBuffer | null>} */
async function fetched(address) {
  try {
    const response = await fetch(address, { cache: "no-cache" });
    return response.ok ? await response.arrayBuffer() : null;
  } catch {
    return null;
  }
}

/** One who asks; only the answer to the last question is heard. */
export class Asker {
  #script;
  #hear;
  /** @type {Worker | null} */
  #worker = null;
  /** What was asked last and has no answer. @type {{ask: number, text: string} | null} */
  #open = null;
  #count = 0;

  /**
   * @param {string | URL} script The engine's.
   * @param {(shown: Shown) => void} hear
   */
  constructor(script, hear) {
    this.#script = new URL(script, document.baseURI);
    this.#hear = hear;
  }

  /** Starts the engine, unless it runs, and has it open its index. */
  start() {
    if (this.#worker) return;
    /** @type {Worker} */
    let worker;
    try {
      worker = new Worker(this.#script);
    } catch {
      return this.#lost();
    }
    this.#worker = worker;
    worker.addEventListener("message", (/** @type {MessageEvent<Shown>} */ { data }) => this.#answered(data));
    worker.addEventListener("error", () => this.#worker === worker && this.#lost());
    worker.postMessage({ ask: 0, text: "" });
    fetched(new URL(FOLDER + ROOT, this.#script)).then((root) => worker.postMessage({ root }, root ? [root] : []));
  }

  /** @param {Question} question */
  ask(question) {
    const asked = { ask: ++this.#count, ...question };
    this.#open = asked;
    this.start();
    this.#worker?.postMessage(asked);
  }

  /** What was asked is no longer wanted. */
  forget() {
    this.#open = null;
  }

  /** @param {Shown} shown */
  #answered(shown) {
    if (shown.ask !== this.#open?.ask) return;
    this.#open = null;
    this.#hear(shown);
  }

  #lost() {
    const asked = this.#open;
    [this.#worker, this.#open] = [null, null];
    if (asked) this.#hear(nothing(asked, true));
  }
}
