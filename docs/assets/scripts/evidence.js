/**
 * The evidence in an article's text: shown or quiet as the reader wishes, remembered on the device; from words to what
 * is said of them.
 * @module
 */

const SHOWN = "mz-shown";
const KEY = "mujaz.evidence";

/** @returns {boolean} Whether the reader has asked to see it; a device that remembers nothing says no. */
function remembered() {
  try {
    return localStorage.getItem(KEY) === "1";
  } catch {
    return false;
  }
}

/** @param {boolean} shown */
function remember(shown) {
  try {
    localStorage.setItem(KEY, shown ? "1" : "0");
  } catch {
    // A device may refuse; the switch works all the same.
  }
}

/** Opens what is folded round an element and goes there; not every browser does. @param {Element | null} place */
function reveal(place) {
  const folded = place?.closest("details:not([open])");
  if (!(folded instanceof HTMLDetailsElement)) return;
  folded.open = true;
  place?.scrollIntoView({ block: "center" });
}

/** From marked words to the first row that links to them. @param {Event} event */
function explain({ target }) {
  if (!(target instanceof Element) || !document.documentElement.classList.contains(SHOWN)) return;
  const mark = target.closest("mark[id]");
  const link = mark && document.querySelector(`.mz-facts a[href="#${mark.id}"]`);
  const row = link?.closest("[id]");
  if (row) location.hash = row.id;
}

/** Sets the switch up where a page has one. */
export function evidence() {
  const button = document.querySelector(".mz-switch");
  if (!(button instanceof HTMLButtonElement)) return;
  const [show, hide] = [button.textContent ?? "", button.dataset.hide ?? ""];
  const turn = (/** @type {boolean} */ shown) => {
    document.documentElement.classList.toggle(SHOWN, shown);
    button.textContent = shown ? hide : show;
  };
  turn(remembered());
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = !document.documentElement.classList.contains(SHOWN);
    turn(shown);
    remember(shown);
  });
  document.addEventListener("click", explain);
  const arrive = () => reveal(document.getElementById(decodeURIComponent(location.hash.slice(1))));
  if (location.hash) arrive();
  addEventListener("hashchange", arrive);
}
