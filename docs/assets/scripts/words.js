/**
 * What scripts alone say in the frame of a page, once a site: pages are not to bear it. The site puts its words in place
 * of the sign when it joins the modules.
 * @module
 */

/** Of the box and of the status line, by the name under which their parts ask; of the reading menu, choice by choice. @type {{box: Record<string, string>, status: Record<string, string>, reading: [string, string, [string, string][]][]}} */
export const WORDS = JSON.parse("@words@");

/** Gives the parts of a page that scripts bring to life their words. */
export function words() {
  const parts = { ".mz-box": WORDS.box, "#mz-status": WORDS.status };
  for (const [place, said] of Object.entries(parts)) {
    const part = document.querySelector(place);
    if (part instanceof HTMLElement) Object.assign(part.dataset, said);
  }
}
