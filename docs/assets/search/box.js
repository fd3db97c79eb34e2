/**
 * Mends the theme's search box: holds back its index until a reader goes there, which the theme asks for on every page;
 * hears text that comes without a key; says what was not found; leads Enter to all results and the arrows through them.
 * Runs before the theme's bundle.
 * @module
 */
import { inARow, NOTHING, sentences } from "./notice.js";

/** @typedef {{type: number, data?: {items: unknown[]}, notice?: import("./notice.js").Notice}} Message */

/** The theme's messages to its worker and back (Material 9.8). */
const [SETUP, READY, RESULT] = [0, 1, 3];
const QUERY = '[data-md-component="search-query"]';
const INDEX = "/search/search_index.json";
const LINKS = ":not(details) > [href], summary, details[open] [href]";

const wanted = new URLSearchParams(location.search);
const own = document.querySelector(".mz-search");
if (own instanceof HTMLElement && wanted.has("q")) {
  own.dataset.asked = location.search; // the theme would open its box over the page that answers
  history.replaceState(null, "", location.pathname + location.hash);
}

/** @param {EventTarget | null} target @returns {boolean} */
const goesThere = (target) => target instanceof Element && target.matches(`${QUERY}, #__search`);
/** @type {Promise<void>} */
const awake = new Promise((wake) => {
  for (const sign of ["focusin", "change", "input"]) {
    document.addEventListener(sign, ({ target }) => void (goesThere(target) && wake()));
  }
  if ((wanted.has("q") && !own) || wanted.has("h") || goesThere(document.activeElement)) wake();
});

// The theme listens for keys; pasting by mouse, dictation, an input method and a phone's suggestions send none.
for (const sign of ["input", "compositionend"]) {
  document.addEventListener(sign, ({ target }) => {
    if (target instanceof Element && target.matches(QUERY)) {
      target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    }
  });
}

/**
 * Enter in the box goes where its form leads, whether or not the results are there yet: the theme would open what
 * happens to be best so far, or nothing. While an input method composes, its keys are its own.
 * @param {KeyboardEvent} event
 * @param {HTMLInputElement} query
 */
function enter(event, query) {
  event.stopPropagation();
  if (event.key === "Enter" && (event.isComposing || !query.value.trim())) event.preventDefault();
}

/**
 * The arrows go from the box through the results, then the links of the notice.
 * @param {KeyboardEvent} event
 * @param {Element} box
 * @param {HTMLElement} query
 */
function arrow(event, box, query) {
  const links = [".md-search-result", ".mz-search-notice"].flatMap((place) => [
    ...(box.querySelector(place)?.querySelectorAll(/** @type {"a"} */ (LINKS)) ?? []),
  ]);
  const ring = [query, ...links];
  const at = ring.findIndex((place) => place === event.target);
  if (at < 0) return;
  const step = event.key === "ArrowDown" ? 1 : ring.length - 1;
  ring[(at + step) % ring.length].focus();
  event.preventDefault();
  event.stopPropagation();
}

document.addEventListener(
  "keydown",
  (event) => {
    const box = event.target instanceof Element ? event.target.closest('[data-md-component="search"]') : null;
    const query = box?.querySelector(QUERY);
    if (!box || !(query instanceof HTMLInputElement) || event.ctrlKey || event.metaKey) return;
    if (event.isComposing || (event.key === "Enter" && event.target === query)) enter(event, query);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") arrow(event, box, query);
  },
  true,
);

const { open, send } = XMLHttpRequest.prototype;
/** @type {WeakSet<XMLHttpRequest>} */
const held = new WeakSet();
/** @this {XMLHttpRequest} @param {[method: string, address: string | URL, ...rest: unknown[]]} given */
XMLHttpRequest.prototype.open = function (...given) {
  if (new URL(given[1], location.href).pathname.endsWith(INDEX)) held.add(this);
  return Reflect.apply(open, this, given);
};
/** @this {XMLHttpRequest} @param {Document | XMLHttpRequestBodyInit | null} [body] */
XMLHttpRequest.prototype.send = function (body) {
  if (!held.delete(this)) return send.call(this, body);
  return void awake.then(() => this.readyState === XMLHttpRequest.OPENED && send.call(this, body));
};

/** @param {Message} message The worker says beside its results which words no text has. */
function show({ data, notice }) {
  const place = document.querySelector(".mz-search-notice");
  const query = document.querySelector(QUERY);
  if (!(place instanceof HTMLElement && query instanceof HTMLInputElement && notice)) return;
  const said = place.dataset;
  const link = (/** @type {string} */ text, /** @type {string} */ asked) => {
    const made = document.createElement("a");
    made.href = `${said.page}?${new URLSearchParams({ q: asked })}`;
    made.textContent = text;
    return made;
  };
  const all = [
    ...(notice.broken ? [[said.broken ?? ""]] : []),
    ...sentences(notice, said, (word) => link(word, word)),
    ...(notice.total > 0 ? [[link(said.all ?? "", query.value)]] : []),
  ];
  place.replaceChildren(...inARow(all, said.row));
  // The theme counts what it got: none of it when the index could not be had, which is not to say that nothing is there.
  const unknown = notice.broken || (notice.partial && !data?.items.length);
  place.parentElement?.classList.toggle("mz-search-unknown", unknown);
}

const Native = window.Worker;

/**
 * Stands for the theme's worker, whose script is the whole engine: it starts when a reader goes to the box. When it
 * cannot be had, that is said, and the next query asks for it again.
 */
class LateWorker extends EventTarget {
  /** @type {Worker | null} */
  #worker = null;
  /** Whether a query has no answer yet. */
  #asked = false;
  #address;

  /** @param {string | URL} address */
  constructor(address) {
    super();
    this.#address = address;
  }

  #start() {
    const worker = new Native(this.#address);
    worker.addEventListener("message", (/** @type {MessageEvent<Message>} */ { data }) => this.#tell(data));
    worker.addEventListener("error", () => {
      this.#worker = null;
      if (this.#asked) this.#tell({ type: RESULT, data: { items: [] }, notice: { ...NOTHING, broken: true } });
    });
    return worker;
  }

  /** @param {Message} message To the theme, and to the notice, for which the theme has no place. */
  #tell(message) {
    if (message.type === RESULT) {
      this.#asked = false;
      show(message);
    }
    this.dispatchEvent(new MessageEvent("message", { data: message }));
  }

  /** @param {{type: number, data?: unknown}} message Of the theme, which sends no query before it was told READY. */
  postMessage(message) {
    this.#worker ??= this.#start();
    if (message.type === SETUP) return void setTimeout(() => this.#tell({ type: READY }));
    this.#asked = true;
    this.#worker.postMessage(message);
  }
}

// The theme uses no more of a worker than this.
window.Worker = /** @type {typeof Worker} */ (/** @type {unknown} */ (LateWorker));
