/**
 * What the search page shows, as its address says it: a search can be shared, and gone back to.
 * @module
 */

/** @typedef {"relevance" | "newest" | "oldest"} Sort */
/** @typedef {{text: string, sort: Sort, filters: import("./facets.js").Filters}} State */

/** @param {string | null} asked `date` is how addresses of earlier sites ask for the newest. @returns {Sort} */
export function sortOf(asked) {
  if (asked === "newest" || asked === "date") return "newest";
  return asked === "oldest" ? "oldest" : "relevance";
}

/** @param {string} search The part of an address from its question mark on. @param {string[]} facets @returns {State} */
export function stateOf(search, facets) {
  const asked = new URLSearchParams(search);
  const filters = facets.map((name) => [name, [...new Set(asked.getAll(name).filter(Boolean))]]);
  return { text: asked.get("q") ?? "", sort: sortOf(asked.get("sort")), filters: Object.fromEntries(filters) };
}

/** @param {State} state @returns {string} From the question mark on; empty where nothing is asked. */
export function addressOf({ text, sort, filters }) {
  const asked = new URLSearchParams();
  if (text) asked.set("q", text);
  if (sort !== "relevance") asked.set("sort", sort);
  for (const [name, values] of Object.entries(filters)) values.forEach((value) => asked.append(name, value));
  const query = asked.toString();
  return query && `?${query}`;
}

/** @param {State} state @returns {[string, string][]} What narrows it: facets with their values. */
export const chosenOf = ({ filters }) =>
  Object.entries(filters).flatMap(([name, values]) => values.map((value) => /** @type {[string, string]} */ ([name, value])));

/** @param {State} state @param {string} facet @param {string} value @returns {State} With that value, or without it where it had it. */
export function toggled(state, facet, value) {
  const had = state.filters[facet] ?? [];
  const values = had.includes(value) ? had.filter((one) => one !== value) : [...had, value];
  return { ...state, filters: { ...state.filters, [facet]: values } };
}
