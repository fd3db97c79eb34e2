/**
 * The search page: a form, its answer, facets and addresses that can be shared. All text goes in as text nodes.
 * @module
 */
import { open } from "./search.js";

const STEP = 20;
const MOST_VALUES = 8;
const PAUSE = 120;
const FACETS = ["kind", "theme", "year", "outlet", "person", "organisation", "place"];

const root = /** @type {HTMLElement} */ (document.querySelector(".mz-search"));
/** @param {string} name @returns {any} */
const part = (name) => root.querySelector(`.mz-search__${name}`);
const [input, status, notice, tools, sort, facets, list, more] = [
  "input", "status", "notice", "tools", "sort", "facets", "hits", "more",
].map(part);
/** @type {Record<string, any>} */
const words = JSON.parse(root.dataset.words ?? "{}");
const base = new URL(root.dataset.index ?? "data/", location.href.replace(/[?#].*/, ""));
const plural = new Intl.PluralRules("ar");

/** @type {ReturnType<typeof open> | null} */
let opening = null;
const engine = () =>
  (opening ??= open(base).catch((error) => {
    opening = null;
    throw error;
  }));

/** @typedef {{text: string, sort: "relevance" | "date", filters: Record<string, string[]>}} State */

/** The query that lazy-search.js took out of the address, for the theme would open its own box with it. */
let pending = root.dataset.asked;

/** @returns {State} What the address asks for. */
function stateOf() {
  const asked = new URLSearchParams(pending ?? location.search);
  const filters = Object.fromEntries(FACETS.map((name) => [name, asked.getAll(name)]));
  return { text: asked.get("q") ?? "", sort: asked.get("sort") === "date" ? "date" : "relevance", filters };
}

/** @param {State} state @returns {string} */
function addressOf(state) {
  const asked = new URLSearchParams();
  if (state.text) asked.set("q", state.text);
  if (state.sort === "date") asked.set("sort", "date");
  for (const [name, values] of Object.entries(state.filters)) values.forEach((value) => asked.append(name, value));
  const query = asked.toString();
  return query ? `?${query}` : location.pathname;
}

/**
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} [children]
 * @returns {HTMLElement}
 */
function element(tag, attributes = {}, children = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** @param {string} text @param {[number, number][]} spans @returns {(Node | string)[]} */
function marked(text, spans) {
  const parts = [];
  let at = 0;
  for (const [start, end] of spans) {
    parts.push(text.slice(at, start), element("mark", { class: "mz-mark" }, [text.slice(start, end)]));
    at = end;
  }
  return [...parts, text.slice(at)];
}

/** @param {number} count @returns {string} */
const counted = (count) => words.count[count === 0 ? "zero" : plural.select(count)].replace("{n}", String(count));

/** @param {import("./search.js").Hit} hit @returns {HTMLElement} */
function cardOf(hit) {
  const site = new URL("../", base.href.replace(/data\/$/, ""));
  const link = element("a", { href: new URL(hit.url, site).href }, marked(hit.title || hit.url, hit.titleMarks));
  return element("li", { class: "mz-card" }, [
    element("h2", {}, [link]),
    element("p", { class: "mz-card__meta" }, [words[`kind.${hit.kind}`] ?? hit.kind]),
    element("p", { class: "mz-card__excerpt" }, marked(hit.snippet, hit.marks)),
  ]);
}

/** @param {import("./facets.js").Count} count @param {State} state @returns {HTMLElement | null} */
function facetOf({ facet, values }, state) {
  const chosen = state.filters[facet] ?? [];
  if (values.length < 2 && !chosen.length) return null;
  const shown = values.filter(({ value }, at) => at < MOST_VALUES || chosen.includes(value));
  const boxes = shown.map(({ value, label, count }) => {
    const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", name: facet, value }));
    box.checked = chosen.includes(value);
    box.addEventListener("change", () => {
      const filters = { ...state.filters, [facet]: box.checked ? [...chosen, value] : chosen.filter((v) => v !== value) };
      go({ ...state, filters }, `${facet}=${value}`);
    });
    return element("label", {}, [box, ` ${label} `, element("span", { class: "mz-count" }, [String(count)])]);
  });
  return element("fieldset", {}, [element("legend", {}, [words[`facet.${facet}`] ?? facet]), ...boxes]);
}

/** @param {import("./search.js").Answer} answer @param {State} state */
function tell({ absent, nearest, kin, unheld, preferred, partial }, state) {
  /** @param {string} name @param {Record<string, string[]>} values */
  const say = (name, values) => words[name].replace(/\{(\w+)\}/g, (/** @type {string} */ _all, /** @type {string} */ key) => values[key].join("» «"));
  /** @type {(Node | string)[][]} */
  const sentences = [];
  if (partial) sentences.push([words.partial]);
  const near = nearest.flatMap((word, at) => {
    const address = addressOf({ ...state, text: word });
    return [at ? "، " : `؛ ${words.nearest}: `, element("a", { href: address }, [word])];
  });
  if (absent.length) sentences.push([say("absent", { words: absent }), ...near]);
  for (const { word, forms } of kin) sentences.push([say("kin", { word: [word], forms })]);
  if (unheld.length) sentences.push([say("unheld", { phrases: unheld })]);
  if (preferred.length) sentences.push([say("preferred", { phrases: preferred })]);
  notice.replaceChildren(...sentences.flatMap((parts, at) => (at ? [" · ", ...parts] : parts)));
  notice.hidden = !sentences.length;
}

/** @param {string} said What stands where the results stood. */
function clear(said) {
  [status.textContent, shown] = [said, 0];
  list.replaceChildren();
  facets.replaceChildren();
  [notice.hidden, tools.hidden, more.hidden] = [true, true, true];
}

let turn = 0;
let shown = 0;

/** @param {State} state @param {boolean} typing @param {string} [focus] What to focus when drawn anew. */
async function show(state, typing, focus) {
  const own = ++turn;
  if (!state.text.trim()) return clear("");
  status.textContent ||= words.waiting;
  try {
    const { text, sort: order, filters } = state;
    const answer = await (await engine()).query(text, { limit: STEP, sort: order, filters, typing, facets: true });
    if (own === turn) draw(answer, state, focus);
  } catch {
    if (own === turn) clear(words.broken);
  }
}

/** @param {import("./search.js").Answer} answer @param {State} state @param {string} [focus] */
function draw(answer, state, focus) {
  const hits = answer.hits.filter(({ url }) => url);
  status.textContent = answer.partial && !hits.length ? "" : counted(answer.total);
  tell(answer, state);
  list.replaceChildren(...hits.map(cardOf));
  shown = answer.hits.length;
  more.hidden = shown >= answer.total;
  const chosen = Object.values(state.filters).some((values) => values.length);
  tools.hidden = !answer.total && !chosen;
  sort.value = state.sort;
  const widen = element("button", { type: "button", class: "mz-search__clear" }, [words.clear]);
  widen.addEventListener("click", () => go({ ...state, filters: {} }));
  const drawn = answer.facets.map((count) => facetOf(count, state)).filter((made) => made !== null);
  facets.replaceChildren(...drawn, ...(chosen ? [widen] : []));
  if (chosen) facets.closest("details").open = true;
  if (focus) [...facets.querySelectorAll("input")].find((box) => `${box.name}=${box.value}` === focus)?.focus();
}

/** @param {State} state @param {string} [focus] */
function go(state, focus) {
  history.pushState(null, "", addressOf(state));
  show(state, false, focus);
}

/** @returns {State} The address's state with the text in the box. */
const typed = () => ({ ...stateOf(), text: input.value });

function listen() {
  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (input.value === stateOf().text) return;
      history.replaceState(null, "", addressOf(typed()));
      show(typed(), !/\s$/.test(input.value));
    }, PAUSE);
  };
  input.addEventListener("input", soon);
  input.addEventListener("compositionend", soon);
  part("form").addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    clearTimeout(timer);
    go(typed());
  });
  sort.addEventListener("change", () => go({ ...typed(), sort: sort.value }));
  more.addEventListener("click", add);
  root.addEventListener("keydown", move);
  window.addEventListener("popstate", () => {
    input.value = stateOf().text;
    show(stateOf(), false);
  });
}

async function add() {
  const { text, sort: order, filters } = stateOf();
  const first = shown;
  const answer = await (await engine()).query(text, { limit: STEP, offset: shown, sort: order, filters });
  list.append(...answer.hits.filter(({ url }) => url).map(cardOf));
  shown += answer.hits.length;
  more.hidden = shown >= answer.total;
  list.children[first]?.querySelector("a")?.focus();
}

/** Arrows go from the box through the results and back; Escape returns to the box, and empties it there. @param {KeyboardEvent} event */
function move(event) {
  const links = [...list.querySelectorAll("h2 a")];
  const at = links.indexOf(/** @type {Element} */ (document.activeElement));
  const inBox = document.activeElement === input;
  if (!inBox && at < 0) return;
  if (event.key === "Escape") {
    if (inBox) input.value = "";
    input.focus();
    if (inBox) go({ ...stateOf(), text: "" });
  } else if (event.key === "ArrowDown") links[at + 1]?.focus();
  else if (event.key === "ArrowUp") (links[at - 1] ?? input).focus();
  else return;
  event.preventDefault();
}

/** Puts the query back once the theme has looked. */
function restore() {
  if (pending) history.replaceState(null, "", pending);
  pending = undefined;
}

if (document.readyState === "complete") restore();
else window.addEventListener("load", restore, { once: true });
listen();
input.value = stateOf().text;
if (input.value) show(stateOf(), false);
else input.addEventListener("focus", () => engine().catch(() => {}), { once: true });
