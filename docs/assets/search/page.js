/**
 * The search page: a form, its answer, facets and addresses that can be shared. All text goes in as text nodes.
 * @module
 */
import { inARow, sentences } from "./notice.js";
import { opener } from "./search.js";

/** @typedef {import("./search.js").Answer} Answer */
/** @typedef {"relevance" | "newest" | "oldest"} Sort */
/** @typedef {{text: string, sort: Sort, filters: Record<string, string[]>}} State */

const STEP = 20;
const MOST_VALUES = 8;
const PAUSE = 120;
const FACETS = ["kind", "theme", "year", "outlet", "person", "organisation", "place"];

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

/** @param {string | null} asked `date` is how addresses of earlier sites ask for the newest. @returns {Sort} */
function sortOf(asked) {
  if (asked === "newest" || asked === "date") return "newest";
  return asked === "oldest" ? "oldest" : "relevance";
}

/** @param {State} state @returns {string} */
function addressOf(state) {
  const asked = new URLSearchParams();
  if (state.text) asked.set("q", state.text);
  if (state.sort !== "relevance") asked.set("sort", state.sort);
  for (const [name, values] of Object.entries(state.filters)) values.forEach((value) => asked.append(name, value));
  const query = asked.toString();
  return query ? `?${query}` : location.pathname;
}

/**
 * The parts of the page that its template names.
 * @param {HTMLElement} root
 */
function partsOf(root) {
  /** @template {Element} T @param {string} name @param {{new (): T}} kind @returns {T} */
  const part = (name, kind) => {
    const found = root.querySelector(`.mz-search__${name}`);
    if (!(found instanceof kind)) throw new TypeError(`the search page lacks its ${name}`);
    return found;
  };
  return {
    form: part("form", HTMLFormElement),
    input: part("input", HTMLInputElement),
    status: part("status", HTMLElement),
    notice: part("notice", HTMLElement),
    tools: part("tools", HTMLElement),
    sort: part("sort", HTMLSelectElement),
    filters: part("filters", HTMLDetailsElement),
    facets: part("facets", HTMLElement),
    list: part("hits", HTMLElement),
    more: part("more", HTMLElement),
  };
}

/** The page once it listens: it shows what its address asks for, and asks for what is typed. */
export class SearchPage {
  #parts;
  /** @type {Record<string, string>} */
  #words;
  /** How results are counted, by the kind of plural. @type {Record<string, string>} */
  #counts;
  #plural = new Intl.PluralRules(document.documentElement.lang);
  #base;
  #engine;
  #turn = 0;
  #shown = 0;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#parts = partsOf(root);
    ({ count: this.#counts, ...this.#words } = JSON.parse(root.dataset.words ?? "{}"));
    this.#base = new URL(root.dataset.index ?? "data/", location.href.replace(/[?#].*/, ""));
    this.#engine = opener(this.#base);
    this.#listen(root);
    const { input } = this.#parts;
    input.value = this.#asked().text;
    if (input.value) this.#show(this.#asked(), false);
    else input.addEventListener("focus", () => this.#engine().catch(() => {}), { once: true });
  }

  /** @returns {State} What the address asks for. */
  #asked() {
    const asked = new URLSearchParams(location.search);
    const filters = Object.fromEntries(FACETS.map((name) => [name, asked.getAll(name)]));
    return { text: asked.get("q") ?? "", sort: sortOf(asked.get("sort")), filters };
  }

  /** @returns {State} The address's state with the text in the box. */
  #typed() {
    return { ...this.#asked(), text: this.#parts.input.value };
  }

  /** @param {number} count @returns {string} */
  #counted(count) {
    return this.#counts[this.#plural.select(count)].replace("{n}", String(count));
  }

  /** @param {import("./search.js").Hit} hit @returns {HTMLElement} */
  #cardOf(hit) {
    const site = new URL("../", this.#base.href.replace(/data\/$/, ""));
    /** @type {Record<string, string>} */
    const own = hit.lang ? { lang: hit.lang } : {};
    const link = element("a", { href: new URL(hit.url, site).href, ...own }, marked(hit.title || hit.url, hit.titleMarks));
    return element("li", { class: "mz-card" }, [
      element("h2", {}, [link]),
      element("p", { class: "mz-card__meta" }, [
        [this.#words[`kind.${hit.kind}`] ?? hit.kind, hit.said].filter(Boolean).join(" · "),
      ]),
      element("p", { class: "mz-card__excerpt", ...own }, marked(hit.snippet, hit.marks)),
    ]);
  }

  /** @param {import("./facets.js").Count} count @param {State} state @returns {HTMLElement | null} */
  #facetOf({ facet, values }, state) {
    const chosen = state.filters[facet] ?? [];
    if (values.length < 2 && !chosen.length) return null;
    const shown = values.filter(({ value }, at) => at < MOST_VALUES || chosen.includes(value));
    const boxes = shown.map(({ value, label, count }) => {
      const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", name: facet, value }));
      box.checked = chosen.includes(value);
      box.addEventListener("change", () => {
        const filters = { ...state.filters, [facet]: box.checked ? [...chosen, value] : chosen.filter((v) => v !== value) };
        this.#go({ ...state, filters }, `${facet}=${value}`);
      });
      return element("label", {}, [box, ` ${label} `, element("span", { class: "mz-count" }, [String(count)])]);
    });
    return element("fieldset", {}, [element("legend", {}, [this.#words[`facet.${facet}`] ?? facet]), ...boxes]);
  }

  /** @param {Answer} answer @param {State} state */
  #tell(answer, state) {
    const link = (/** @type {string} */ word, label = word) =>
      element("a", { href: addressOf({ ...state, text: word }) }, [label]);
    const said = sentences(answer, this.#words, link);
    this.#parts.notice.replaceChildren(...inARow(said, this.#words.row));
    this.#parts.notice.hidden = !said.length;
  }

  /** @param {string} said What stands where the results stood. */
  #clear(said) {
    const { status, list, facets, notice, tools, more } = this.#parts;
    [status.textContent, this.#shown] = [said, 0];
    list.replaceChildren();
    facets.replaceChildren();
    [notice.hidden, tools.hidden, more.hidden] = [true, true, true];
  }

  /** @param {State} state @param {boolean} typing @param {string} [focus] What to focus when drawn anew. */
  async #show(state, typing, focus) {
    const own = ++this.#turn;
    if (!state.text.trim()) return this.#clear("");
    this.#parts.status.textContent ||= this.#words.waiting;
    try {
      const { text, sort, filters } = state;
      const answer = await (await this.#engine()).query(text, { limit: STEP, sort, filters, typing, facets: true });
      if (own === this.#turn) this.#draw(answer, state, focus);
    } catch {
      if (own === this.#turn) this.#clear(this.#words.broken);
    }
  }

  /** @param {Answer} answer @param {State} state @param {string} [focus] */
  #draw(answer, state, focus) {
    const { status, list, more, tools, sort, facets, filters } = this.#parts;
    const hits = answer.hits.filter(({ url }) => url);
    status.textContent = answer.partial && !hits.length ? "" : this.#counted(answer.total);
    this.#tell(answer, state);
    list.replaceChildren(...hits.map((hit) => this.#cardOf(hit)));
    this.#shown = answer.hits.length;
    more.hidden = this.#shown >= answer.total;
    const chosen = Object.values(state.filters).some((values) => values.length);
    tools.hidden = !answer.total && !chosen;
    sort.value = state.sort;
    const widen = element("button", { type: "button", class: "mz-search__clear" }, [this.#words.clear]);
    widen.addEventListener("click", () => this.#go({ ...state, filters: {} }));
    const drawn = answer.facets.map((count) => this.#facetOf(count, state)).filter((made) => made !== null);
    facets.replaceChildren(...drawn, ...(chosen ? [widen] : []));
    if (chosen) filters.open = true;
    if (focus) [...facets.querySelectorAll("input")].find((box) => `${box.name}=${box.value}` === focus)?.focus();
  }

  /** @param {State} state @param {string} [focus] */
  #go(state, focus) {
    history.pushState(null, "", addressOf(state));
    this.#show(state, false, focus);
  }

  /** @param {HTMLElement} root */
  #listen(root) {
    const { input, form, sort, more } = this.#parts;
    let timer = 0;
    const soon = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        if (input.value === this.#asked().text) return;
        history.replaceState(null, "", addressOf(this.#typed()));
        this.#show(this.#typed(), !/\s$/.test(input.value));
      }, PAUSE);
    };
    input.addEventListener("input", soon);
    input.addEventListener("compositionend", soon);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(timer);
      this.#go(this.#typed());
    });
    sort.addEventListener("change", () => this.#go({ ...this.#typed(), sort: sortOf(sort.value) }));
    more.addEventListener("click", () => this.#add());
    root.addEventListener("keydown", (event) => this.#move(event));
    window.addEventListener("popstate", () => {
      input.value = this.#asked().text;
      this.#show(this.#asked(), false);
    });
  }

  async #add() {
    const { list, more } = this.#parts;
    const { text, sort, filters } = this.#asked();
    const first = this.#shown;
    const answer = await (await this.#engine()).query(text, { limit: STEP, offset: first, sort, filters });
    list.append(...answer.hits.filter(({ url }) => url).map((hit) => this.#cardOf(hit)));
    this.#shown += answer.hits.length;
    more.hidden = this.#shown >= answer.total;
    list.children[first]?.querySelector("a")?.focus();
  }

  /** Arrows go from the box through the results and back; Escape returns to the box, and empties it there. @param {KeyboardEvent} event */
  #move(event) {
    const { input, list } = this.#parts;
    /** @type {HTMLElement[]} */
    const ring = [input, ...list.querySelectorAll(/** @type {"a"} */ ("h2 a"))];
    const at = ring.findIndex((place) => place === document.activeElement);
    if (at < 0) return;
    if (event.key === "Escape") {
      if (at === 0) input.value = "";
      input.focus();
      if (at === 0) this.#go({ ...this.#asked(), text: "" });
    } else if (event.key === "ArrowDown") ring[at + 1]?.focus();
    else if (event.key === "ArrowUp") ring[Math.max(0, at - 1)].focus();
    else return;
    event.preventDefault();
  }
}
