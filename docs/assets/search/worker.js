/* Stands in the place of the theme's search worker, behind its messages (Material 9.8): {type: 0} asks to be ready,
   {type: 2, data} searches. A classic script, as the theme starts it; it loads the engine with the first word.
   An answer carries `notice` beside the theme's items: what was not found, or could not be loaded. */
"use strict";
(() => {
  const MOST = 30;
  /** @type {import("./search.js").Answer} */
  const NOTHING = { hits: [], total: 0, absent: [], nearest: [], kin: [], unheld: [], preferred: [], partial: false, facets: [] };
  /** @type {Record<string, string>} */
  const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  const escape = (/** @type {string} */ text) => text.replace(/[&<>"']/g, (c) => ESCAPED[c]);

  /** Text as HTML with its spans as <mark>. @param {string} text @param {[number, number][]} spans */
  const marked = (text, spans) => {
    let html = "";
    let at = 0;
    for (const [start, end] of spans) {
      html += `${escape(text.slice(at, start))}<mark data-md-highlight>${escape(text.slice(start, end))}</mark>`;
      at = end;
    }
    return html + escape(text.slice(at));
  };

  /**
   * The theme shows a page and the parts of it under one another; a part says where in the page it stands.
   * @param {import("./search.js").Hit} hit
   * @param {string} extract
   */
  const itemOf = (hit, extract) => {
    const terms = Object.fromEntries(hit.marks.map(([start, end]) => [hit.snippet.slice(start, end), true]));
    const [page, part] = hit.url.split("#");
    const title = marked(hit.title || hit.url, hit.titleMarks);
    const text = marked(hit.snippet, hit.marks);
    const score = hit.score;
    if (!part) return [{ location: page, title, text, terms, score }];
    const whole = { location: page, title, text: "", terms, score };
    return [whole, { location: hit.url, title: escape(extract), text, terms, score }];
  };

  /** @type {Promise<import("./search.js").Search> | null} */
  let opened = null;
  const engine = () =>
    (opened ??= import("./search.js")
      .then(({ open }) => open(new URL("../../search/data/", self.location.href)))
      .catch((error) => {
        opened = null;
        throw error;
      }));

  let latest = 0;
  const search = async (/** @type {string} */ text) => {
    const turn = ++latest;
    let answer = NOTHING;
    let broken = false;
    /** @type {Record<string, string>} */
    let words = {};
    if (text.trim()) try {
      const found = await engine();
      words = found.index.root.says ?? {};
      answer = await found.query(text, { limit: MOST, typing: !/\s$/.test(text) });
    } catch {
      broken = true;
    }
    if (turn !== latest) return;
    const items = answer.hits.filter((hit) => hit.url).map((hit) => itemOf(hit, words.extract ?? ""));
    const { hits: _hits, ...notice } = answer;
    self.postMessage({ type: 3, data: { items }, notice: { ...notice, broken } });
  };

  self.addEventListener("message", ({ data }) => {
    if (data.type === 0) self.postMessage({ type: 1 });
    else if (data.type === 2) search(String(data.data));
  });
})();
