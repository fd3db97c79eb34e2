/**
 * The search box in the header: a form that leads to the search page, and a list of results while one types. The engine
 * runs in a worker, which starts when a reader goes to the box; when it cannot be had that is said, and the next text
 * asks for it again.
 * @module
 */

import { Asker } from "../search/asker.js";
import { inARow } from "../search/notice.js";

/** @typedef {import("../search/messages.js").Part} Part */
/** @typedef {import("../search/messages.js").Found} Found */
/** @typedef {import("../search/messages.js").Shown} Shown */

const LIST = "mz-found";
const STEP = 10;

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} [children]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function element(tag, attributes, children = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

class Box {
  #form;
  #input;
  #status = element("p", { class: "mz-box__said", role: "status" });
  #list = element("div", { class: "mz-box__found", id: LIST, role: "listbox" });
  #panel = element("div", { class: "mz-box__panel" }, [this.#status, this.#list]);
  #asker;
  /** Whether the engine has answered, and so can. */
  #ready = false;
  /** The result that Enter opens, -1 for none. */
  #chosen = -1;

  /** @param {HTMLFormElement} form @param {HTMLInputElement} input */
  constructor(form, input) {
    this.#form = form;
    this.#input = input;
    this.#asker = new Asker(this.#address("search/search.js"), (shown) => this.#show(shown));
    this.#panel.hidden = true;
    this.#list.ariaLabel = input.ariaLabel;
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": LIST })) {
      input.setAttribute(name, value);
    }
    this.#open(false);
    form.append(this.#panel);
    for (const sign of ["pointerenter", "focusin"]) form.addEventListener(sign, () => this.#asker.start(), { once: true });
    input.addEventListener("input", () => this.#ask());
    input.addEventListener("focus", () => this.#open(this.#status.hasChildNodes()));
    input.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("submit", (event) => void (input.value.trim() || event.preventDefault()));
    // A press on the panel leaves the focus where it is: the panel would close under it.
    this.#panel.addEventListener("mousedown", (event) => event.preventDefault());
    form.addEventListener("focusout", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) this.#open(false);
    });
    if (document.activeElement === input) this.#asker.start();
    if (input.value) this.#ask(); // typed before this ran
  }

  /** @param {string} path Below the site. @returns {string} */
  #address(path) {
    return new URL(path, new URL("../", this.#form.action)).href;
  }

  #ask() {
    const text = this.#input.value;
    if (!text.trim()) {
      this.#asker.forget();
      return this.#fill([], []);
    }
    if (!this.#ready) this.#fill([this.#form.dataset.waiting ?? ""], []);
    this.#asker.ask({ text, limit: STEP, typing: !/\s$/.test(text) });
  }

  /** @param {Shown} shown */
  #show({ text, found, counted, said, broken }) {
    this.#ready = !broken;
    const rows = found.map((each, at) => this.#row(each, at));
    const { all = "", broken: lost = "" } = this.#form.dataset;
    if (rows.length) rows.push(this.#option(rows.length, this.#askFor(text), {}, [all]));
    this.#fill(broken ? [lost] : inARow(counted ? [[counted], ...said] : said, " · "), rows);
  }

  /** @param {Part[]} said @param {HTMLElement[]} rows */
  #fill(said, rows) {
    this.#status.replaceChildren(...this.#nodes(said));
    this.#list.replaceChildren(...rows);
    this.#list.scrollTop = 0;
    this.#list.hidden = !rows.length;
    this.#choose(-1);
    this.#open(said.length > 0);
  }

  /** @param {Part[]} parts @returns {(Node | string)[]} */
  #nodes(parts) {
    return parts.map((part) => {
      if (typeof part === "string") return part;
      if ("mark" in part) return element("mark", {}, [part.mark]);
      return element("a", { href: this.#askFor(part.word) }, [part.label ?? part.word]);
    });
  }

  /** @param {string} text @returns {string} Where all results for it are. */
  #askFor(text) {
    return `${this.#form.action}?${new URLSearchParams({ q: text })}`;
  }

  /** @param {Found} found @param {number} at @returns {HTMLElement} */
  #row({ url, lang, title, called, meta, text }, at) {
    /** @type {Record<string, string>} */
    const own = lang ? { lang } : {};
    return this.#option(at, this.#address(url), { class: "mz-box__hit" }, [
      element("strong", own, this.#nodes(title)),
      " ",
      element("small", {}, [meta ? `${called} · ${meta}` : called]),
      element("span", own, this.#nodes(text)),
    ]);
  }

  /** @param {number} at @param {string} href @param {Record<string, string>} more @param {(Node | string)[]} children @returns {HTMLElement} */
  #option(at, href, more, children) {
    return element("a", { role: "option", id: `${LIST}-${at}`, tabindex: "-1", href, ...more }, children);
  }

  /** @param {boolean} open */
  #open(open) {
    this.#panel.hidden = !open;
    this.#input.ariaExpanded = String(open && this.#list.hasChildNodes());
  }

  /** @param {number} at */
  #choose(at) {
    this.#chosen = at;
    [...this.#list.children].forEach((row, place) => row.setAttribute("aria-selected", String(place === at)));
    const row = this.#list.children[at];
    row?.scrollIntoView({ block: "nearest" });
    if (row) this.#input.setAttribute("aria-activedescendant", row.id);
    else this.#input.removeAttribute("aria-activedescendant");
  }

  /** Escape closes the list, then empties the box, then leaves it. */
  #escape() {
    if (!this.#panel.hidden) return this.#open(false);
    if (!this.#input.value) return this.#input.blur();
    this.#input.value = "";
    this.#ask();
  }

  /** While an input method composes, its keys are its own, and its Enter sends nothing. @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing) return void (event.key === "Enter" && event.preventDefault());
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = this.#list.children;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") this.#escape();
    else if (step && rows.length) {
      this.#open(true);
      const ring = rows.length + 1; // the box itself is a place of it
      this.#choose(((this.#chosen + 1 + step + ring) % ring) - 1);
    } else if (event.key === "Enter" && this.#chosen >= 0 && !this.#panel.hidden) /** @type {HTMLElement} */ (rows[this.#chosen]).click();
    else return;
    event.preventDefault();
  }
}

/** Has the header's box answer while one types. */
export function searchBox() {
  const form = document.querySelector(".mz-box");
  const input = form?.querySelector("input");
  if (form instanceof HTMLFormElement && input) new Box(form, input);
}
