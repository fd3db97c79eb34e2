/**
 * The search box in the header: a form that leads to the search page, and a list while one is in it: searches made
 * before as long as it is empty, then results as one types. The engine runs in a worker, which starts when a reader
 * goes to the box; when it cannot be had that is said, and the next text asks for it again.
 * @module
 */
import { Asker } from "../search/asker.js";
import { button, element, told } from "./element.js";
import { Options } from "./options.js";
import { Recent } from "./recent.js";
import { Rows } from "./rows.js";
import { shortcut } from "./shortcut.js";

/** @typedef {import("../search/messages.js").Part} Part */
/** @typedef {import("../search/messages.js").Shown} Shown */

const LIST = "mz-found";
/** So many results at a time; their texts are fetched when they are shown. */
const STEP = 6;
/** More results are asked for when so little of the list is left below, in pixels. */
const NEAR = 200;
/** An engine that answers sooner, in milliseconds, is not said to be on its way. */
const PATIENCE = 300;
/** Who has stopped typing for so long, in milliseconds, is told aloud what was found. */
const QUIET = 900;

class Box {
  #form;
  #input;
  #words;
  #asker;
  #recent;
  #options;
  #rows;
  #said = element("div", { class: "mz-box__said" });
  #aloud = element("p", { class: "mz-box__aloud", role: "status" });
  #tools = element("div", { class: "mz-box__tools" });
  #panel;
  /** What the results shown are the answer to, and how many to pass over for more of them; null when there are no more. @type {{text: string, typing: boolean, offset: number} | null} */
  #more = null;
  /** Whether the index could not be had. */
  #broken = false;
  #timers = { waiting: 0, aloud: 0 };

  /** @param {HTMLFormElement} form @param {HTMLInputElement} input */
  constructor(form, input) {
    this.#form = form;
    this.#input = input;
    this.#words = form.dataset;
    const site = new URL("../", form.action);
    this.#asker = new Asker(new URL("search/search.js", site), (shown) => this.#show(shown));
    this.#recent = new Recent(site.href);
    this.#options = new Options(input, LIST);
    this.#rows = new Rows(form.action);
    this.#panel = element("div", { class: "mz-box__panel" }, [this.#said, this.#options.list, this.#tools]);
    this.#open(false);
    form.append(this.#closer(), this.#panel, this.#aloud);
    shortcut(input, this.#word("shortcut"));
    this.#listen();
    if (document.activeElement === input) this.#enter();
    if (input.value) this.#ask(); // typed before this ran
  }

  #listen() {
    const [form, input, { list }] = [this.#form, this.#input, this.#options];
    form.addEventListener("pointerenter", () => this.#asker.start(), { once: true });
    input.addEventListener("input", () => this.#ask());
    input.addEventListener("focus", () => this.#enter());
    input.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("keydown", (event) => void (event.key === "Escape" && this.#escape(event)));
    form.addEventListener("submit", (event) => (input.value.trim() ? this.#recent.add(input.value) : event.preventDefault()));
    form.addEventListener("click", (event) => this.#click(event));
    list.addEventListener("scroll", () => this.#ofMore());
    // A press on the panel leaves the focus where it is: the panel would close under it.
    this.#panel.addEventListener("mousedown", (event) => event.preventDefault());
    form.addEventListener("focusout", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) this.#open(false);
    });
    window.addEventListener("online", () => this.#broken && this.#ask());
    for (const sign of ["resize", "scroll"]) window.visualViewport?.addEventListener(sign, () => this.#fit());
  }

  /** @param {string} name @param {string} [text] What stands in it. @returns {string} */
  #word(name, text = "") {
    return (this.#words[name] ?? "").replace("{text}", () => text);
  }

  #enter() {
    this.#asker.start();
    if (this.#input.value.trim()) this.#open(this.#panel.textContent !== "");
    else this.#remember();
  }

  #ask() {
    const text = this.#input.value;
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    this.#aloud.textContent = "";
    if (!text.trim()) {
      this.#asker.forget();
      return this.#remember();
    }
    if (this.#tools.hasChildNodes()) this.#fill([], []);
    this.#timers.waiting = window.setTimeout(() => this.#tell([[this.#word("waiting")]]), PATIENCE);
    const typing = !/\s$/.test(text);
    this.#asker.ask({ text, limit: STEP, typing, names: typing });
  }

  /** Asks for more of what is shown once the list's end is near. */
  #ofMore() {
    const { list } = this.#options;
    const left = list.scrollHeight - list.scrollTop - list.clientHeight;
    if (!this.#more || left > NEAR || this.#asker.waits || this.#more.text !== this.#input.value) return;
    this.#asker.ask({ ...this.#more, limit: STEP });
  }

  /** @param {Shown} shown */
  #show({ text, offset, found, total, next, counted, said, broken }) {
    if (offset && broken) return; // What is shown holds; scrolling asks again.
    const groups = this.#rows.byKind(found, offset > 0);
    this.#more = next && next < total ? { text, typing: !/\s$/.test(text), offset: next } : null;
    if (offset) return this.#options.add(groups);
    clearTimeout(this.#timers.waiting);
    this.#broken = broken;
    const sentences = broken ? [[this.#word("broken")]] : counted ? [...said, [counted]] : said;
    this.#fill(sentences, groups, total > 0 ? this.#rows.all(text, this.#word("all")) : undefined);
    this.#timers.aloud = window.setTimeout(() => (this.#aloud.textContent = Array.from(this.#said.querySelectorAll("p"), (row) => row.textContent).join("\n")), QUIET);
  }

  /** Shows what was searched for before, where there is something, each with a way to remove it. */
  #remember() {
    const texts = this.#recent.all();
    const options = texts.map((text) => this.#rows.search(text, text, "mz-box__before"));
    this.#fill([], texts.length ? [{ label: this.#word("recent"), options }] : []);
    const removers = texts.map((text) => this.#button("remove", "×", () => this.#recent.remove(text), text));
    if (texts.length) this.#tools.append(element("div", { class: "mz-box__removers" }, removers), this.#button("clear", this.#word("clear"), () => this.#recent.clear()));
  }

  /** @param {string} name Of its words. @param {string} sign @param {() => void} act @param {string} [text] @returns {HTMLElement} */
  #button(name, sign, act, text) {
    const anew = () => {
      act();
      this.#input.focus();
      this.#remember();
    };
    return button(sign, anew, { class: `mz-box__${name}`, "aria-label": this.#word(name, text) });
  }

  /** @returns {HTMLElement} What closes the box on a phone, where it covers the header. */
  #closer() {
    const leave = () => void (document.activeElement instanceof HTMLElement && document.activeElement.blur());
    return button(this.#word("close"), leave, { class: "mz-box__close" });
  }

  /** @param {Part[][]} said @param {import("./options.js").Group[]} groups @param {HTMLElement} [end] */
  #fill(said, groups, end) {
    this.#tools.replaceChildren();
    this.#panel.classList.toggle("mz-box__panel--before", !end && !said.length);
    this.#options.fill(groups, end);
    this.#tell(said);
  }

  /** @param {Part[][]} said */
  #tell(said) {
    this.#said.replaceChildren(...told(said.map((parts) => this.#rows.parts(parts)), !this.#options.list.hidden, this.#word("further")));
    this.#open(said.length > 0 || !this.#options.list.hidden);
  }

  /** @param {boolean} open */
  #open(open) {
    this.#panel.hidden = !open;
    this.#input.ariaExpanded = String(open && !this.#options.list.hidden);
    if (open) this.#fit();
    else this.#options.mark(null);
  }

  /** The panel ends where what one sees of the page does: a keyboard on the screen covers none of it. */
  #fit() {
    if (this.#panel.hidden) return;
    const { offsetTop, height } = window.visualViewport ?? { offsetTop: 0, height: window.innerHeight };
    const room = Math.floor(offsetTop + height - this.#panel.getBoundingClientRect().top);
    this.#panel.style.setProperty("--mz-room", `${Math.max(0, room)}px`);
  }

  /** A word offered instead, or one asked for before, is put into the box; what is opened was worth a search. @param {MouseEvent} event */
  #click(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link) return;
    const { ask } = link.dataset;
    if (ask === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return this.#recent.add(ask ?? this.#input.value);
    event.preventDefault();
    this.#input.value = ask;
    this.#input.focus();
    this.#ask();
  }

  /** Closes the list, then empties the box, then leaves it. @param {KeyboardEvent} event */
  #escape(event) {
    if (event.isComposing) return;
    event.preventDefault();
    if (!this.#panel.hidden) {
      this.#input.focus();
      return this.#open(false);
    }
    if (!this.#input.value) return this.#input.blur();
    this.#input.value = "";
    this.#ask();
  }

  /** While an input method composes, its keys are its own, and its Enter sends nothing. @param {KeyboardEvent} event */
  #key(event) {
    const { key, altKey } = event;
    if (event.isComposing) return void (key === "Enter" && event.preventDefault());
    if (event.ctrlKey || event.metaKey) return;
    const { marked } = this.#options;
    const step = /** @type {1 | -1 | undefined} */ ({ ArrowDown: 1, ArrowUp: -1 }[key]);
    if (step) this.#arrow(step, altKey);
    else if (key === "Enter" && marked) marked.click();
    else if (key === "Delete" && marked?.matches(".mz-box__before")) this.#forget(marked);
    else return void (["Home", "End", "ArrowLeft", "ArrowRight"].includes(key) && this.#options.mark(null));
    event.preventDefault();
  }

  /** @param {1 | -1} step @param {boolean} alone Whether the list is but opened or closed. */
  #arrow(step, alone) {
    const shown = !this.#options.list.hidden;
    if (alone && step < 0) return this.#open(false);
    if (!shown) return;
    this.#open(true);
    if (!alone) this.#options.step(step);
  }

  /** @param {HTMLElement} option A search made before, marked; the next one is marked in its place. */
  #forget(option) {
    const at = this.#options.all.indexOf(option);
    this.#recent.remove(option.dataset.ask ?? "");
    this.#remember();
    const { all } = this.#options;
    this.#options.mark(all[Math.min(at, all.length - 1)] ?? null);
  }

}

/** Has the header's box answer while one types. */
export function searchBox() {
  const form = document.querySelector(".mz-box");
  const input = form?.querySelector("input");
  if (form instanceof HTMLFormElement && input) new Box(form, input);
}
