/**
 * A box that narrows a list of names as one types. The list is whole without it; its other sheets are fetched when they
 * are first needed, and where they cannot be, the box narrows this sheet alone.
 * @module
 */
import { bare, fold } from "../search/text.js";

/**
 * A text as it is compared: without marks, letters of one sound as one.
 * @param {string} text
 */
const folded = (text) => fold(bare(text));

/**
 * The parts of a list that its other sheets hold, their links led from here.
 * @param {string} address
 * @returns {Promise<Element[]>}
 */
const fetched = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) return [];
  const sheet = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const heading of sheet.querySelectorAll("[data-mz-filter] [id]")) heading.removeAttribute("id");
  for (const link of sheet.querySelectorAll("[data-mz-filter] a[href]"))
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", answer.url).href);
  return [...(sheet.querySelector("[data-mz-filter]")?.children ?? [])];
};

/**
 * Show of a list what holds some words, and a heading where something under it is shown.
 * @param {HTMLElement} list
 * @param {string} typed
 */
const narrow = (list, typed) => {
  const words = folded(typed).split(/\s+/);
  let found = 0;
  for (const names of list.querySelectorAll("ul")) {
    let shown = 0;
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (names.querySelectorAll("li"))) {
      const text = folded(row.textContent ?? "");
      row.hidden = !words.every((word) => text.includes(word));
      shown += Number(!row.hidden);
    }
    const heading = /** @type {HTMLElement | null} */ (names.previousElementSibling);
    if (heading) heading.hidden = shown === 0;
    names.hidden = shown === 0;
    found += shown;
  }
  return found;
};

/** @param {HTMLElement} list */
const equip = (list) => {
  const box = document.createElement("p");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const said = document.createElement("span");
  input.type = "search";
  input.id = "mz-filter";
  input.autocomplete = "off";
  label.htmlFor = input.id;
  label.textContent = list.dataset.mzFilter ?? "";
  said.setAttribute("role", "status");
  box.className = "mz-filter";
  box.append(label, input, said);
  list.before(box);

  const here = location.href.split("#")[0];
  const others = (list.dataset.mzSheets ?? "")
    .split(" ")
    .filter((address) => address && new URL(address, here).href !== here);
  /** @type {Promise<unknown> | undefined} */
  let whole;
  const own = new Set(list.children);
  input.addEventListener("input", async () => {
    const typed = input.value.trim();
    if (typed && others.length)
      await (whole ??= Promise.allSettled(others.map(fetched)).then((sheets) => {
        for (const sheet of sheets) if (sheet.status === "fulfilled") list.append(...sheet.value);
      }));
    const now = input.value.trim();
    const found = narrow(list, now);
    if (!now) for (const part of list.children) /** @type {HTMLElement} */ (part).hidden = !own.has(part);
    said.textContent = found ? "" : (list.dataset.mzNone ?? "");
  });
};

/** Give each list of names that asks for it its box. */
export const filter = () => {
  for (const list of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-mz-filter]"))) equip(list);
};
