/**
 * What came since the reader's last visit, told at the head of the front page. What she has seen stays on her device.
 * @module
 */

const KEY = "mujaz.seen";

/** @returns {{count: number, latest: string[]} | null} What she saw last; null for a first visit or a strange memory. */
function seen() {
  try {
    const told = JSON.parse(localStorage.getItem(KEY + location.pathname) ?? "null");
    return told && Number.isInteger(told.count) && Array.isArray(told.latest) ? told : null;
  } catch {
    return null;
  }
}

/** @param {{count: number, latest: string[]}} now */
function remember(now) {
  try {
    localStorage.setItem(KEY + location.pathname, JSON.stringify(now));
  } catch {
    // A device may refuse; then nothing is ever new.
  }
}

/** Marks the rows that she has not seen, and says how many articles there are more than then. */
export function news() {
  const line = document.querySelector(".mz-new");
  if (!(line instanceof HTMLElement)) return;
  const rows = [...document.querySelectorAll("li[data-new]")].filter((row) => row instanceof HTMLElement);
  const now = { count: Number(line.dataset.count), latest: rows.map((row) => row.dataset.new ?? "") };
  const before = seen();
  remember(now);
  const fresh = rows.filter((row) => before && !before.latest.includes(row.dataset.new ?? ""));
  const more = before ? now.count - before.count : 0;
  if (more <= 0) return;
  for (const row of fresh.slice(0, more)) {
    const mark = document.createElement("span");
    mark.className = "mz-new__mark";
    mark.textContent = line.dataset.mark ?? "";
    row.append(" ", mark);
  }
  const form = new Intl.PluralRules(document.documentElement.lang || "ar").select(more);
  const shown = new Intl.NumberFormat("en", { useGrouping: false }).format(more);
  line.textContent = (line.dataset[form] ?? line.dataset.other ?? "").replace("{n}", shown);
  line.hidden = false;
}
