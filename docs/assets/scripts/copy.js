/**
 * Copying and sharing: the link of a paragraph, of a quotation, of a page; a quotation with who said it and where; the
 * citation of an article. One set of buttons serves a page: it stands below what is pointed at, focused or led to.
 *
 * A quotation is whatever bears `data-said` (who says it, where, when): its words are its first paragraph, or its first
 * link in a list of facts, its address that link. An article's own source stands once, at its tools, as `data-by`.
 * @module
 */

import { copier } from "./copier.js";
import { button } from "./element.js";

/** @typedef {import("./copier.js").Copier} Copier */

const UNITS = "[data-said], .mz-facts--quotes > [id], .mz-par[id], .mz-verse > p[id]";

/** The address of a part of this page, or of where a link on it leads. @param {string} [way] */
function whole(way = "") {
  return new URL(way, location.href.split("#")[0]).href;
}

/** The row of facts or the block that tells who says some words. @param {Element} unit @param {Element | null} mark */
function telling(unit, mark) {
  if (!mark) return unit.matches(".mz-par, .mz-verse > p") ? null : unit;
  return document.querySelector(`.mz-facts--quotes a[href="#${mark.id}"]`)?.closest("[id]") ?? null;
}

/** Words, who says them, where they stand. @param {Element} said */
function quotation(said) {
  const link = said.querySelector("a[href*='#']:not([rel])");
  const words = (said.querySelector("p") ?? said.querySelector("dd a"))?.textContent?.trim() ?? "";
  const name = said.querySelector("dt")?.cloneNode(true);
  if (name instanceof Element) name.querySelector(".mz-basis")?.remove();
  const who = said.getAttribute("data-said") ?? (name instanceof Element ? name.textContent?.trim() : "");
  const by = said.matches("dl *") ? document.querySelector("[data-by]")?.getAttribute("data-by") : "";
  return [words, [who, by].filter(Boolean).join(" · "), whole(link?.getAttribute("href") ?? "")].join("\n");
}

/** @param {HTMLElement} status @param {Copier} put */
function tools(status, put) {
  const made = document.createElement("span");
  made.className = "mz-copy";
  /** @type {{ unit: Element | null, mark: Element | null }} */
  const at = { unit: null, mark: null };
  const address = () => {
    const link = at.unit?.id ? null : at.unit?.querySelector("a[href*='#']:not([rel])");
    return whole(link?.getAttribute("href") ?? `#${(at.mark ?? at.unit)?.id ?? ""}`);
  };
  const quote = button(status.dataset.quote, () => {
    const said = at.unit && telling(at.unit, at.mark);
    if (said) put(quotation(said), status.dataset.doneQuote);
  });
  made.append(button(status.dataset.link, () => put(address())), quote);
  if ("share" in navigator) {
    made.append(button(status.dataset.share, () => navigator.share({ title: document.title, url: address() }).catch(() => {})));
  }
  /** @param {Element | null} place */
  return (place) => {
    const unit = place?.closest(UNITS);
    if (!unit || place?.closest(".mz-copy")) return;
    at.mark = place?.closest("mark[id].mz-mark--quotes, mark[id].mz-mark--reported") ?? null;
    quote.hidden = !telling(unit, at.mark);
    if (at.unit === unit) return;
    at.unit = unit;
    (unit.querySelector("dd") ?? unit).append(made);
  };
}

/** The buttons of an article as a whole. @param {HTMLElement} status @param {Copier} put */
function ofPage(status, put) {
  const row = document.querySelector(".mz-tools");
  const cited = row?.querySelector(".mz-cite__words");
  if (!row) return;
  const made = document.createElement("span");
  made.className = "mz-ways";
  made.append(button(status.dataset.link, () => put(whole())));
  if ("share" in navigator) {
    made.append(button(status.dataset.share, () => navigator.share({ title: document.title, url: whole() }).catch(() => {})));
  }
  row.append(made);
  cited?.after(button(status.dataset.cited, () => put(cited.textContent ?? "", status.dataset.doneCited)));
}

/** Sets copying up where the browser can copy. */
export function copy() {
  const status = document.getElementById("mz-status");
  if (!status || !navigator.clipboard) return;
  const put = copier(status);
  const go = tools(status, put);
  ofPage(status, put);
  for (const event of ["click", "focusin"]) {
    document.addEventListener(event, ({ target }) => go(target instanceof Element ? target : null));
  }
  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "mouse") go(target instanceof Element ? target : null);
  });
  const led = () => go(document.querySelector(":target"));
  addEventListener("hashchange", led);
  led();
}
