/**
 * The menu in which a reader says how pages are to look.
 * @module
 */
import { chosen, keep, show } from "./choices.js";
import { element } from "./element.js";
import { WORDS } from "./words.js";

/** One choice: its values, one of which holds. @param {[string, string, [string, string][]]} choice */
function fieldset([name, called, values]) {
  const labels = values.map(([value, said]) => element("label", {}, [element("input", { type: "radio", name, value }), said]));
  return element("fieldset", {}, [element("legend", {}, [called]), ...labels]);
}

/** Lets the menu show what is chosen, and keep what she chooses; it closes as menus do. */
export function reading() {
  const menu = document.querySelector("details.mz-reading");
  if (!(menu instanceof HTMLDetailsElement)) return;
  menu.append(element("form", {}, WORDS.reading.map(fieldset)));
  const choices = chosen();
  for (const input of menu.querySelectorAll("input")) input.checked = choices[input.name] === input.value;
  menu.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    choices[target.name] = target.value;
    keep(choices);
    show(choices);
  });
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
}
