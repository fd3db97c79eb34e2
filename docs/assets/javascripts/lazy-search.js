/* Mends the theme's search box: holds back its index until a reader goes there, which the theme asks for on every page;
   hears text that comes without a key; says what was not found; leads Enter to all results and the arrows through them.
   Runs before the bundle, as a classic script. */
(() => {
  "use strict";
  const wanted = new URLSearchParams(location.search);
  const own = document.querySelector(".mz-search");
  if (own && wanted.has("q")) {
    own.dataset.asked = location.search; // the theme would open its box over the page that answers
    history.replaceState(null, "", location.pathname + location.hash);
  }
  const QUERY = '[data-md-component="search-query"]';
  const goesThere = (target) => target instanceof Element && target.matches(`${QUERY}, #__search`);
  const awake = new Promise((wake) => {
    for (const sign of ["focusin", "change", "input"]) {
      document.addEventListener(sign, ({ target }) => void (goesThere(target) && wake()));
    }
    if ((wanted.has("q") && !own) || wanted.has("h") || goesThere(document.activeElement)) wake();
  });

  // The theme listens for keys; pasting by mouse, dictation, an input method and a phone's suggestions send none.
  for (const sign of ["input", "compositionend"]) {
    document.addEventListener(sign, ({ target }) => {
      if (target instanceof Element && target.matches(QUERY)) {
        target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
      }
    });
  }

  // Enter in the box goes where its form leads, whether or not the results are there yet: the theme would open what
  // happens to be best so far, or nothing. The arrows go from the box through the results, then the links of the notice.
  const LINKS = ":not(details) > [href], summary, details[open] [href]";
  document.addEventListener(
    "keydown",
    (event) => {
      const box = event.target instanceof Element && event.target.closest('[data-md-component="search"]');
      if (!box || event.ctrlKey || event.metaKey) return;
      const query = box.querySelector(QUERY);
      if (event.isComposing || (event.key === "Enter" && event.target === query)) {
        event.stopPropagation();
        // While an input method composes, its keys are its own.
        if (event.key === "Enter" && (event.isComposing || !query.value.trim())) event.preventDefault();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        const places = [".md-search-result", ".mz-search-notice"].map((place) => box.querySelector(place));
        const ring = [query, ...places.flatMap((place) => [...place.querySelectorAll(LINKS)])];
        const at = ring.indexOf(event.target);
        if (at < 0) return;
        const step = event.key === "ArrowDown" ? 1 : ring.length - 1;
        ring[(at + step) % ring.length].focus();
        event.preventDefault();
        event.stopPropagation();
      }
    },
    true,
  );

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
  const show = ({ data, notice }) => {
    const place = document.querySelector(".mz-search-notice");
    if (!place || !notice) return;
    const said = place.dataset;
    const link = (text, query) => {
      const made = document.createElement("a");
      made.href = `${said.page}?${new URLSearchParams({ q: query })}`;
      made.textContent = text;
      return made;
    };
    const sentences = [];
    if (notice.broken) sentences.push([said.broken]);
    if (notice.partial) sentences.push([said.partial]);
    const words = notice.nearest.flatMap((word, at) => [at ? "، " : `؛ ${said.nearest}: `, link(word, word)]);
    if (notice.absent.length) sentences.push([said.absent.replace("#", () => notice.absent.join("» «")), ...words]);
    for (const { word, forms } of notice.kin) {
      sentences.push([said.kin.replace(/[#@]/g, (sign) => (sign === "#" ? word : forms.join("» «")))]);
    }
    for (const name of ["unheld", "preferred"]) {
      if (notice[name].length) sentences.push([said[name].replace("#", () => notice[name].join("» «"))]);
    }
    if (notice.total > 0) sentences.push([link(said.all, document.querySelector(QUERY).value)]);
    place.replaceChildren(...sentences.flatMap((parts, at) => (at ? [" · ", ...parts] : parts)));
    // The theme counts what it got: none of it when the index could not be had, which is not to say that nothing is there.
    const unknown = notice.broken || (notice.partial && !data.items.length);
    place.parentElement.classList.toggle("mz-search-unknown", unknown);
  };
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(address, options) {
      super(address, options);
      this.addEventListener("message", ({ data }) => data && data.type === 3 && show(data));
    }
  };
})();
