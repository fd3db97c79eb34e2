/**
 * What results may be narrowed by, with counts, and what they are narrowed by, to be taken away again.
 * @module
 */
import { button, element } from "../scripts/element.js";
import { chosenOf, toggled } from "./address.js";
import { numeral } from "./numeral.js";

/** @typedef {import("./address.js").State} State */
/** @typedef {import("./facets.js").Count} Count */
/** @typedef {Record<string, string>} Words */
/** Goes to another state; what to focus then, as `data-focus` names it. @typedef {(state: State, focus?: string) => void} Go */

const MOST_VALUES = 8;

/** @param {string} facet @param {string} value */
const place = (facet, value) => `${facet}=${value}`;

/** The facets of an answer, drawn anew with each. */
export class Narrowing {
  #root;
  #chips;
  #home;
  #words;
  #digits;
  #go;
  /** Facets of which more values are shown. @type {Set<string>} */
  #wide = new Set();
  /** Labels of values that were met. @type {Map<string, string>} */
  #labels = new Map();

  /**
   * @param {{facets: HTMLElement, chips: HTMLElement, status: HTMLElement}} parts The status gets the focus of what is gone.
   * @param {Words} words
   * @param {string} digits
   * @param {Go} go
   */
  constructor({ facets, chips, status }, words, digits, go) {
    this.#root = facets;
    this.#chips = chips;
    this.#home = status;
    this.#words = words;
    this.#digits = digits;
    this.#go = go;
  }

  /** @param {Count[]} counts @param {State} state @param {string} [focus] */
  draw(counts, state, focus = document.activeElement?.getAttribute("data-focus") ?? "") {
    for (const { facet, values } of counts) values.forEach(({ value, label }) => this.#labels.set(place(facet, value), label));
    this.#root.replaceChildren(...counts.filter((count) => this.#tells(count, state)).map((count) => this.#facet(count, counts, state)));
    this.chips(state, "", true);
    this.#focus(focus);
  }

  /**
   * What results are narrowed by, each with a way to take it away; before an answer only what has a name by now.
   * @param {State} state
   * @param {string} [focus]
   * @param {boolean} [answered]
   */
  chips(state, focus = "", answered = false) {
    const chosen = chosenOf(state).filter(([facet, value]) => answered || this.#labels.has(place(facet, value)));
    const chips = chosen.map(([facet, value], at) => {
      const said = `${this.#words[`facet.${facet}`] ?? facet}: ${this.#labels.get(place(facet, value)) ?? value}`;
      const [next, other] = chosen[at + 1] ?? chosen[at - 1] ?? ["", ""];
      const drop = () => this.#go(toggled(state, facet, value), next ? `chip ${place(next, other)}` : place(facet, value));
      return button(said, drop, {
        class: "mz-chip",
        "data-focus": `chip ${place(facet, value)}`,
        "aria-label": (this.#words.drop ?? "{what}").replace("{what}", () => said),
      });
    });
    if (chosen.length > 1) chips.push(button(this.#words.clear, () => this.#go({ ...state, filters: {} }, "none"), { class: "mz-search__clear" }));
    this.#chips.replaceChildren(...chips.map((chip) => element("li", {}, [chip])));
    this.#chips.hidden = !chips.length;
    this.#focus(focus);
  }

  /** @param {string} focus */
  #focus(focus) {
    if (!focus) return;
    const found = [this.#root, this.#chips].flatMap((part) => [...part.querySelectorAll("[data-focus]")]);
    const wanted = found.find((each) => each.getAttribute("data-focus") === focus && each.checkVisibility());
    if (wanted instanceof HTMLElement && wanted !== document.activeElement) wanted.focus({ preventScroll: true });
    if (!wanted && document.activeElement === document.body) this.#home.focus({ preventScroll: true });
  }

  /** Whether a facet parts what was found. @param {Count} count @param {State} state @returns {boolean} */
  #tells({ facet, values }, state) {
    return values.length > 1 || (state.filters[facet] ?? []).length > 0;
  }

  /** @param {Count} count @param {Count[]} counts @param {State} state @returns {HTMLElement} */
  #facet({ facet, values }, counts, state) {
    const chosen = state.filters[facet] ?? [];
    const wide = this.#wide.has(facet);
    const shown = values.filter(({ value }, at) => wide || at < MOST_VALUES || chosen.includes(value));
    const more = values.length > MOST_VALUES ? [this.#more(facet, wide, () => this.draw(counts, state, place(facet, "")))] : [];
    return element("fieldset", {}, [
      element("legend", {}, [this.#words[`facet.${facet}`] ?? facet]),
      ...shown.map((value) => this.#value(facet, value, chosen.includes(value.value), state)),
      ...more,
    ]);
  }

  /** @param {string} facet @param {boolean} wide @param {() => void} draw @returns {HTMLElement} */
  #more(facet, wide, draw) {
    const turn = () => {
      if (!this.#wide.delete(facet)) this.#wide.add(facet);
      draw();
    };
    const name = `${wide ? this.#words.fewer : this.#words.further}: ${this.#words[`facet.${facet}`] ?? facet}`;
    return button(wide ? this.#words.fewer : this.#words.further, turn, {
      class: "mz-search__further",
      "aria-expanded": String(wide),
      "aria-label": name,
      "data-focus": place(facet, ""),
    });
  }

  /** @param {string} facet @param {Count["values"][0]} value @param {boolean} checked @param {State} state @returns {HTMLElement} */
  #value(facet, { value, label, count }, checked, state) {
    const focus = place(facet, value);
    const box = element("input", { type: "checkbox", name: facet, value, "data-focus": focus });
    box.checked = checked;
    box.addEventListener("change", () => this.#go(toggled(state, facet, value), focus));
    const counted = element("span", { class: "mz-count" }, [numeral(count, this.#digits)]);
    return element("label", {}, [box, element("span", {}, [element("bdi", {}, [label]), " ", counted])]);
  }
}
