/* Stands in for the theme's search worker until the first message: the real one, named in the
   address's query, is 12 KB that a reader who does not search need not load. */
self.addEventListener(
  "message",
  ({ data }) => {
    importScripts(`workers/${self.location.search.slice(1)}`);
    self.dispatchEvent(new MessageEvent("message", { data })); // the listener it set has missed this one
  },
  { once: true },
);
