/**
 * Numbers in the digits that a dossier writes.
 * @module
 */

/**
 * @param {number} number
 * @param {string} [digits] Unicode's name for them: latn, arab.
 * @returns {string} Without signs between thousands, as all counts of a site are.
 */
export const numeral = (number, digits = "latn") => new Intl.NumberFormat("en", { numberingSystem: digits, useGrouping: false }).format(number);
