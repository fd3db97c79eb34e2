/**
 * The list of a combobox, as WAI-ARIA describes it: options in groups with a label each, one of them marked at most,
 * while the focus stays in the field.
 * @module
 */
import { element } from "./element.js";

/** Options of one kind: what they are, and links. @typedef {{label: string, options: HTMLElement[]}} Group */

export class Options {
  #field;
  #last = "";
  #count = 0;
  /** @type {HTMLElement | null} */
  #end = null;
  /** The option that Enter opens. @type {HTMLElement | null} */
  marked = null;

  /** @param {HTMLInputElement} field @param {string} id */
  constructor(field, id) {
    this.#field = field;
    this.list = element("div", { class: "mz-box__found", id, role: "listbox" });
    this.list.ariaLabel = field.ariaLabel;
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": id })) {
      field.setAttribute(name, value);
    }
  }

  /** @returns {HTMLElement[]} */
  get all() {
    return [...this.list.querySelectorAll(/** @type {"a"} */ ("[role=option]"))];
  }

  /** Puts others in place of all. @param {Group[]} groups @param {HTMLElement} [end] An option that stays the last. */
  fill(groups, end) {
    [this.#last, this.#end] = ["", end ?? null];
    this.list.replaceChildren();
    if (end) this.list.append(this.#option(end));
    this.add(groups);
    this.list.scrollTop = 0;
    this.list.hidden = !this.#count;
    this.mark(null);
  }

  /** Adds more below; what stands there stays in its place. @param {Group[]} groups */
  add(groups) {
    for (const { label, options } of groups) {
      const group = (label === this.#last && this.#group()) || this.#begun(label);
      group.append(...options.map((option) => this.#option(option)));
    }
    this.#count = this.list.childElementCount;
  }

  /** @returns {Element | null} The last one. */
  #group() {
    return this.#end ? this.#end.previousElementSibling : this.list.lastElementChild;
  }

  /** @param {string} label @returns {HTMLElement} */
  #begun(label) {
    const id = `${this.list.id}-group-${this.list.childElementCount}`;
    const group = element("div", { role: "group", "aria-labelledby": id }, [
      element("div", { class: "mz-box__kind", id, role: "presentation" }, [label]),
    ]);
    this.list.insertBefore(group, this.#end);
    this.#last = label;
    return group;
  }

  /** @param {HTMLElement} link @returns {HTMLElement} */
  #option(link) {
    const own = { role: "option", tabindex: "-1", "aria-selected": "false", id: `${this.list.id}-${this.#next++}` };
    for (const [name, value] of Object.entries(own)) link.setAttribute(name, value);
    return link;
  }

  #next = 0;

  /** @param {HTMLElement | null} option */
  mark(option) {
    this.marked?.setAttribute("aria-selected", "false");
    this.marked = option;
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.#field.setAttribute("aria-activedescendant", option.id);
    else this.#field.removeAttribute("aria-activedescendant");
  }

  /** Marks the option that follows or goes before; the field itself is a place of the ring. @param {1 | -1} by */
  step(by) {
    const ring = [null, ...this.all];
    this.mark(ring[(ring.indexOf(this.marked) + by + ring.length) % ring.length]);
  }
}
