/**
 * The search page: it shows what its address asks for, and asks the engine in its worker for what is typed.
 * @module
 */
import { copier } from "../scripts/copier.js";
import { button, told } from "../scripts/element.js";
import { Recent } from "../scripts/recent.js";
import { addressOf, chosenOf, sortOf, stateOf } from "./address.js";
import { Asker } from "./asker.js";
import { Narrowing } from "./narrowing.js";
import { asText, card, nodes } from "./results.js";

/** @typedef {import("./address.js").State} State */
/** @typedef {import("./messages.js").Shown} Shown */
/** @typedef {import("./messages.js").Found} Found */
/** What an answer that is awaited is for. @typedef {{state: State, offset: number, focus?: string, typing: boolean, y?: number}} Awaited */

/** The texts of so many results are asked for at first: a screen holds no more. */
const FIRST = 8;
const STEP = 16;
/** So many come by themselves as one scrolls; beyond them a reader asks, or the foot of the page would never be reached. */
const BY_THEMSELVES = 64;
const PAUSE = 120;
/** An answer that comes sooner is not announced. */
const PATIENCE = 400;
const WIDE = "(min-width: 60em)";
const LONGEST_TITLE = 60;

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
    chips: part("chips", HTMLElement),
    tools: part("tools", HTMLElement),
    ways: part("ways", HTMLElement),
    sort: part("sort", HTMLSelectElement),
    filters: part("filters", HTMLDetailsElement),
    facets: part("facets", HTMLElement),
    list: part("hits", HTMLElement),
    more: part("more", HTMLButtonElement),
  };
}

class SearchPage {
  #root;
  #parts;
  /** @type {Record<string, string>} */
  #words;
  /** @type {string[]} */
  #facets;
  #site;
  #asker;
  #counter;
  /** What the box offers again. */
  #recent;
  #narrowing;
  #title = document.title;
  #wide = matchMedia(WIDE);
  /** @type {Awaited | null} */
  #awaited = null;
  /** Of which state the results are on the page, and those. @type {State | null} */
  #shown = null;
  /** @type {Found[]} */
  #found = [];
  #next = 0;
  #timer = 0;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#parts = partsOf(root);
    const { facets, digits, ...words } = JSON.parse(root.dataset.words ?? "{}");
    this.#words = words;
    this.#facets = facets;
    const engine = new URL("search.js", this.#here());
    this.#site = new URL("../", engine);
    this.#recent = new Recent(this.#site.href);
    this.#asker = new Asker(engine, (shown) => this.#answered(shown));
    this.#counter = new Asker(engine, (shown) => this.#counted(shown));
    const { input } = this.#parts;
    this.#narrowing = new Narrowing(this.#parts, words, digits, (state, focus) => this.#go(state, focus));
    this.#listen();
    this.#tools();
    input.value ||= this.#asked().text;
    const { limit, y } = history.state ?? {};
    if (input.value) this.#show(this.#typed(), { limit, y });
    else input.addEventListener("focus", () => this.#asker.start(), { once: true });
  }

  #here() {
    return location.href.replace(/[?#].*/s, "");
  }

  /** @returns {State} What the address asks for. */
  #asked() {
    return stateOf(location.search, this.#facets);
  }

  /** @returns {State} The address's state with the text in the box. */
  #typed() {
    return { ...this.#asked(), text: this.#parts.input.value };
  }

  /** @param {State} state @returns {string} */
  #address(state) {
    return addressOf(state) || location.pathname;
  }

  /** @param {State} state @param {{limit?: number, typing?: boolean, focus?: string, y?: number}} [how] */
  #show(state, { limit = FIRST, typing = false, focus, y } = {}) {
    this.#entitle(state.text);
    this.#parts.sort.value = state.sort;
    this.#counter.forget();
    this.#narrowing.chips(state, focus);
    if (!state.text.trim()) return this.#clear("");
    this.#awaited = { state, offset: 0, focus, typing, y };
    const { text, sort, filters } = state;
    this.#asker.ask({ text, sort, filters, typing, limit: Math.min(limit, BY_THEMSELVES), facets: chosenOf(state).length > 0 });
    setTimeout((/** @type {Awaited} */ own) => this.#wait(own), PATIENCE, this.#awaited);
  }

  /** Says that an answer is awaited, unless it came or others' results stand there. @param {Awaited} own */
  #wait(own) {
    if (own === this.#awaited && !this.#found.length) this.#parts.status.textContent = this.#words.waiting;
  }

  /** @param {string} text */
  #entitle(text) {
    const letters = Array.from(text.trim());
    const short = letters.length > LONGEST_TITLE ? `${letters.slice(0, LONGEST_TITLE).join("")}…` : letters.join("");
    document.title = short ? this.#words.titled.replace("{query}", () => short).replace("{title}", () => this.#title) : this.#title;
  }

  /** @param {string} said What stands where the results stood. */
  #clear(said) {
    const { status, list, facets, notice, tools, more, filters } = this.#parts;
    this.#asker.forget();
    [this.#awaited, this.#shown, this.#found, this.#next] = [null, null, [], 0];
    status.textContent = said;
    list.replaceChildren();
    facets.replaceChildren();
    notice.replaceChildren();
    [tools.hidden, more.hidden, filters.hidden] = [true, true, true];
  }

  /** @param {Shown} shown An answer to what is awaited. */
  #answered(shown) {
    const own = this.#awaited;
    this.#awaited = null;
    if (!own) return;
    if (shown.broken) return own.offset ? this.#parts.status.replaceChildren(this.#words.broken) : this.#clear(this.#words.broken);
    if (own.offset) this.#append(shown, own);
    else this.#draw(shown, own);
    this.#parts.more.hidden = this.#next >= shown.total;
    if (!this.#parts.more.hidden) this.#watch();
  }

  /** @param {Shown} shown @param {Awaited} own */
  #draw(shown, { state, focus, typing, y }) {
    const { status, list, tools, filters, notice } = this.#parts;
    const chosen = chosenOf(state).length > 0;
    const nothing = chosen && !shown.total && shown.facets.some(({ values }) => values.some(({ count }) => count));
    status.textContent = nothing ? this.#words.nothing : shown.counted;
    const said = shown.said.map((parts) => nodes(parts, (text) => this.#address({ ...state, text })));
    notice.replaceChildren(...told(said, shown.found.length > 0, this.#words.further));
    [this.#shown, this.#found, this.#next] = [state, shown.found, shown.next];
    list.replaceChildren(...shown.found.map((each) => card(each, this.#site)));
    tools.hidden = !shown.found.length;
    filters.hidden = !shown.found.length && !chosen;
    if (chosen) this.#narrowing.draw(shown.facets, state, focus);
    else if (!filters.hidden) this.#count(typing);
    if (y) scrollTo({ top: y, behavior: "instant" });
  }

  /** Has what was found counted by facet, where a reader sees the counts. @param {boolean} [typing] */
  #count(typing = false) {
    if (!this.#shown) return;
    if (!this.#parts.filters.open) return this.#parts.facets.replaceChildren();
    const { text, filters } = this.#shown;
    this.#counter.ask({ text, filters, typing, limit: 0, facets: true });
  }

  /** @param {Shown} shown */
  #counted({ facets }) {
    if (!this.#shown) return;
    if (facets.length) this.#narrowing.draw(facets, this.#shown);
    else this.#parts.facets.replaceChildren(this.#words.uncounted);
  }

  /** @param {Shown} shown @param {Awaited} own */
  #append(shown, { focus }) {
    const { list } = this.#parts;
    const cards = shown.found.map((each) => card(each, this.#site));
    list.append(...cards);
    this.#found.push(...shown.found);
    this.#next = shown.next;
    if (focus) cards[0]?.querySelector("a")?.focus();
  }

  /** Asks for the results that follow. @param {string} [focus] Whether to go to the first of them. */
  #add(focus) {
    const state = this.#shown;
    if (!state || this.#awaited || this.#parts.more.hidden) return;
    this.#awaited = { state, offset: this.#next, focus, typing: false };
    const { text, sort, filters } = state;
    this.#asker.ask({ text, sort, filters, limit: STEP, offset: this.#next });
  }

  /** Looks anew whether the end of the results is near. */
  #watch() {
    this.#end.unobserve(this.#parts.more);
    this.#end.observe(this.#parts.more);
  }

  #end = new IntersectionObserver(
    (seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting) && this.#next < BY_THEMSELVES) this.#add();
    },
    { rootMargin: "1000000px 0px 400px" }, // who jumped past it wants them too
  );

  /** @param {State} state @param {string} [focus] */
  #go(state, focus) {
    const growing = history.state?.growing && state.text !== this.#asked().text;
    this.#enter(state, null, growing);
    this.#parts.input.value = state.text;
    this.#show(state, { focus });
  }

  /**
   * Makes an entry of the history for a state, or turns the one that stands there into it: one is made when what
   * stands there was settled, so that letters typed one by one are a single way back.
   * @param {State} state
   * @param {{growing: true} | null} kept
   * @param {boolean} instead
   */
  #enter(state, kept, instead) {
    const address = new URL(this.#address(state), location.href).href;
    const same = instead || address === location.href;
    if (!same) this.#keep();
    history[same ? "replaceState" : "pushState"](kept, "", address);
  }

  /** Notes in the entry of the history how far one has read, for who comes back. */
  #keep() {
    if (this.#next) history.replaceState({ limit: this.#next, y: scrollY }, "");
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const { value } = this.#parts.input;
      if (value === this.#asked().text) return;
      this.#enter(this.#typed(), { growing: true }, history.state?.growing);
      this.#show(this.#typed(), { typing: !/\s$/.test(value) });
    }, PAUSE);
  }

  #listen() {
    const { input, form, sort, list, more, notice, filters } = this.#parts;
    input.addEventListener("input", () => this.#soon());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(this.#timer);
      if (matchMedia("(pointer: coarse)").matches) input.blur(); // its keyboard would lie on the results
      this.#recent.add(input.value);
      this.#go(this.#typed());
    });
    list.addEventListener("click", () => this.#recent.add(input.value));
    sort.addEventListener("change", () => this.#go({ ...this.#typed(), sort: sortOf(sort.value) }));
    more.addEventListener("click", () => this.#add("first"));
    notice.addEventListener("click", (event) => this.#instead(event));
    filters.addEventListener("toggle", () => !this.#parts.facets.hasChildNodes() && this.#count());
    const fit = () => (filters.open = this.#wide.matches);
    this.#wide.addEventListener("change", fit);
    fit();
    this.#root.addEventListener("keydown", (event) => this.#move(event));
    addEventListener("pagehide", () => this.#keep());
    addEventListener("popstate", ({ state }) => {
      clearTimeout(this.#timer);
      input.value = this.#asked().text;
      this.#show(this.#asked(), state ?? {});
    });
  }

  /** A word that a notice offers is searched for here; with a key held it opens as any link does. @param {MouseEvent} event */
  #instead(event) {
    const link = event.target instanceof Element ? event.target.closest("a[data-word]") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
    event.preventDefault();
    this.#go({ ...this.#asked(), text: link.getAttribute("data-word") ?? "" });
    this.#parts.input.focus();
  }

  /** The buttons that take a search along, where the browser can. */
  #tools() {
    const status = document.getElementById("mz-status");
    if (!status || !navigator.clipboard) return;
    const put = copier(status);
    const { link, share } = status.dataset;
    const { ways } = this.#parts;
    ways.append(button(link, () => put(location.href)));
    if ("share" in navigator) {
      const sent = () => navigator.share({ title: document.title, url: location.href }).catch(() => {});
      ways.append(button(share, sent));
    }
    ways.append(button(this.#words.list, () => put(asText(this.#found, this.#site), this.#words.listed)));
  }

  /** Arrows go from the box through the results and back; Escape returns to the box, and empties it there. @param {KeyboardEvent} event */
  #move(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { input, list } = this.#parts;
    /** @type {HTMLElement[]} */
    const ring = [input, ...list.querySelectorAll(/** @type {"a"} */ ("h2 a"))];
    const at = ring.findIndex((place) => place === document.activeElement);
    if (at < 0) return;
    if (event.key === "Escape") {
      if (at === 0) input.value = "";
      input.focus();
      if (at === 0) this.#go({ ...this.#asked(), text: "" });
    } else if (event.key === "ArrowDown" && at + 1 < ring.length) ring[at + 1].focus();
    else if (event.key === "ArrowUp" && at > 0) ring[at - 1].focus();
    else return;
    event.preventDefault();
  }
}

const root = document.querySelector(".mz-search");
if (root instanceof HTMLElement) new SearchPage(root);
