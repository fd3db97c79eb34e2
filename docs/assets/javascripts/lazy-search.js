/* Holds back the search index until a reader goes to the search box.
   The theme's bundle asks for it on every page; runs before the bundle, as a classic script. */
(() => {
  "use strict";
  const wanted = new URLSearchParams(location.search);
  const own = document.querySelector(".mz-search");
  if (own && wanted.has("q")) {
    own.dataset.asked = location.search; // the theme would open its box over the page that answers
    history.replaceState(null, "", location.pathname + location.hash);
  }
  const boxes = '[data-md-component="search-query"], #__search';
  const awake = new Promise((wake) => {
    const notice = (event) => {
      if (event.target instanceof Element && event.target.matches(boxes)) wake();
    };
    document.addEventListener("focusin", notice);
    document.addEventListener("change", notice);
    if ((wanted.has("q") && !own) || wanted.has("h")) wake();
  });

  // The theme listens for keys, and an input method or dictation may send none.
  document.addEventListener("compositionend", ({ target }) => {
    if (target instanceof Element && target.matches('[data-md-component="search-query"]')) {
      target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    }
  });

  const { open, send } = XMLHttpRequest.prototype;
  const held = new WeakSet();
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    if (new URL(address, location.href).pathname.endsWith("/search/search_index.json")) held.add(this);
    return open.call(this, method, address, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (!held.delete(this)) return send.call(this, body);
    return void awake.then(() => this.readyState === XMLHttpRequest.OPENED && send.call(this, body));
  };

  // The worker says beside its results which words no text has; the theme has no place for that.
  const show = ({ notice }) => {
    const place = document.querySelector(".mz-search-notice");
    if (!place || !notice) return;
    const { page, absent, kin, nearest, partial, broken, all } = place.dataset;
    const link = (text, query) => {
      const made = document.createElement("a");
      made.href = `${page}?${new URLSearchParams({ q: query })}`;
      made.textContent = text;
      return made;
    };
    const parts = [];
    if (notice.broken) parts.push(broken);
    if (notice.partial) parts.push(`${partial} `);
    if (notice.absent.length) parts.push(absent.replace("#", notice.absent.join("» «")));
    if (notice.nearest.length) {
      parts.push(`؛ ${nearest}: `, ...notice.nearest.flatMap((word, at) => [at ? "، " : "", link(word, word)]));
    }
    for (const { word, forms } of notice.kin) {
      parts.push(parts.length ? " · " : "", kin.replace("#", word).replace("@", forms.join("» «")));
    }
    if (notice.total > 0) {
      const typed = document.querySelector('[data-md-component="search-query"]');
      parts.push(parts.length ? " · " : "", link(all, typed.value));
    }
    place.replaceChildren(...parts);
  };
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(address, options) {
      super(address, options);
      this.addEventListener("message", ({ data }) => data && data.type === 3 && show(data));
    }
  };
})();
