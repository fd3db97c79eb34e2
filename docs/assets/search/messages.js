/**
 * What goes between those who ask, the box in the header and the search page, and the engine in its worker.
 * @module
 */

/** Text as it stands, text with a mark, or a way to search for a word instead, with its label where that is another. @typedef {string | {mark: string} | {word: string, label?: string}} Part */
/**
 * A result.
 * @typedef {object} Found
 * @property {string} url Its address below the site.
 * @property {string} [lang] The language of its words, where it is not the site's.
 * @property {Part[]} title
 * @property {string} kind The name of its kind.
 * @property {string} called What one of its kind is called.
 * @property {string} among What several of its kind are called.
 * @property {string} meta Who somebody is and how often named, where an article is from, what stands for others; maybe empty.
 * @property {Part[]} text Nothing for a name that is offered while one types it.
 */
/** What is asked: a number that its answer carries, who asks, and a text; an empty one only opens the index. With `names`, what begins as typed comes before results. @typedef {{ask: number, who: number, text: string, names?: boolean} & import("./search.js").Options} Ask */
/**
 * What to show of a text.
 * @typedef {object} Shown
 * @property {number} ask
 * @property {string} text As it was asked.
 * @property {Found[]} found
 * @property {number} offset How many were passed over.
 * @property {number} total
 * @property {number} next How many to pass over when more is asked for; what could not be read is among them.
 * @property {string} counted How many there are, in words; empty where other words say that there are none.
 * @property {Part[][]} said Sentences on what was not found as it stands.
 * @property {import("./facets.js").Count[]} facets
 * @property {boolean} broken Whether the index could not be had.
 */
/** The root of the index, fetched by who asks while this script was on its way; null where it could not be had. @typedef {{root: ArrayBuffer | null}} Handed */
/**
 * @param {Pick<Ask, "ask" | "text" | "offset">} asked
 * @param {boolean} [broken]
 * @returns {Shown} The answer that has nothing.
 */
export const nothing = ({ ask, text, offset = 0 }, broken = false) => ({
  ...{ ask, text, offset, found: [], total: 0, next: 0, counted: "", said: [], facets: [], broken },
});
