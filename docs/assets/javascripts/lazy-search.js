/* Holds back the search index until a reader goes to the search box.
   The theme's bundle asks for it on every page; runs before the bundle, as a classic script. */
(() => {
  "use strict";
  const wanted = new URLSearchParams(location.search);
  const boxes = '[data-md-component="search-query"], #__search';
  const awake = new Promise((wake) => {
    const notice = (event) => {
      if (event.target instanceof Element && event.target.matches(boxes)) wake();
    };
    document.addEventListener("focusin", notice);
    document.addEventListener("change", notice);
    if (wanted.has("q") || wanted.has("h")) wake();
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
})();
