/**
 * Asks the engine in its worker, for the box and for the search page: starts it when it is needed, hands it the root of
 * the index, which is fetched while the script is on its way, and starts another where one was lost.
 * @module
 */
import { nothing } from "./messages.js";
import { FOLDER, ROOT } from "./root.js";

/** @typedef {import("./messages.js").Shown} Shown */
/** What is asked, without its number. @typedef {Omit<import("./messages.js").Ask, "ask" | "who">} Question */

/** Bytes of the root, null where it cannot be had; the engine then asks for it itself. @param {URL} address @returns {Promise<ArrayBuffer | null>} */
async function fetched(address) {
  try {
    const response = await fetch(address, { cache: "no-cache" });
    return response.ok ? await response.arrayBuffer() : null;
  } catch {
    return null;
  }
}

/** The engine of a page in its worker, for all who ask there. */
class Engine {
  #script;
  /** @type {Worker | null} */
  #worker = null;
  /** What each who asks does with an answer, and with null when the engine was lost. @type {((shown: Shown | null) => void)[]} */
  #askers = [];
  #count = 0;

  /** @param {URL} script */
  constructor(script) {
    this.#script = script;
  }

  /** @param {(shown: Shown | null) => void} hear @returns {number} Who this is. */
  join(hear) {
    return this.#askers.push(hear);
  }

  /** @returns {number} One that no question has had. */
  number() {
    return ++this.#count;
  }

  /** Starts the worker, unless it runs, and has it open its index. */
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
    worker.addEventListener("message", (/** @type {MessageEvent<Shown>} */ { data }) => this.#tell(data));
    worker.addEventListener("error", () => this.#worker === worker && this.#lost());
    worker.postMessage({ ask: 0, who: 0, text: "" });
    fetched(new URL(FOLDER + ROOT, this.#script)).then((root) => worker.postMessage({ root }, root ? [root] : []));
  }

  /** @param {import("./messages.js").Ask} asked */
  send(asked) {
    this.start();
    this.#worker?.postMessage(asked);
  }

  #lost() {
    this.#worker = null;
    this.#tell(null);
  }

  /** @param {Shown | null} shown */
  #tell(shown) {
    for (const hear of this.#askers) hear(shown);
  }
}

/**
 * The page's one engine. The box and the search page come in files of their own, so the window keeps it for both.
 * @param {URL} script
 * @returns {Engine}
 */
function engineOf(script) {
  const kept = /** @type {Window & {mzEngine?: Engine}} */ (window);
  return (kept.mzEngine ??= new Engine(script));
}

/** One who asks; only the answer to the last question is heard. */
export class Asker {
  #engine;
  #who;
  #hear;
  /** What was asked last and has no answer. @type {import("./messages.js").Ask | null} */
  #open = null;

  /**
   * @param {string | URL} script The engine's.
   * @param {(shown: Shown) => void} hear
   */
  constructor(script, hear) {
    this.#engine = engineOf(new URL(script, document.baseURI));
    this.#who = this.#engine.join((shown) => this.#answered(shown));
    this.#hear = hear;
  }

  /** Starts the engine, unless it runs. */
  start() {
    this.#engine.start();
  }

  /** @param {Question} question */
  ask(question) {
    const asked = { ask: this.#engine.number(), who: this.#who, ...question };
    this.#open = asked;
    this.#engine.send(asked);
  }

  /** Whether something was asked that has no answer yet. */
  get waits() {
    return this.#open !== null;
  }

  /** What was asked is no longer wanted. */
  forget() {
    this.#open = null;
  }

  /** @param {Shown | null} shown */
  #answered(shown) {
    const asked = this.#open;
    if (!asked || (shown && shown.ask !== asked.ask)) return;
    this.#open = null;
    this.#hear(shown ?? nothing(asked, true));
  }
}
