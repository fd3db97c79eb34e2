/**
 * What documents may be filtered and counted by, and the days to sort them by.
 * @module
 */

/** A facet with its values, those of most documents first. @typedef {{facet: string, values: {value: string, label: string, count: number}[]}} Count */

export class Facets {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    /** @type {{facets: Record<string, [string, string, number[]][]>, days: string[]}} */
    const { facets, days } = JSON.parse(new TextDecoder().decode(bytes));
    this.days = days;
    this.facets = Object.entries(facets).map(([name, values]) => ({
      name,
      values: values.map(([value, label, gaps]) => ({ value, label, docs: summed(gaps) })),
    }));
  }

  /**
   * The documents that have, for each facet of the filters, one of its values.
   * @param {Record<string, string[]>} filters
   * @returns {(doc: number) => boolean}
   */
  filter(filters) {
    const allowed = this.facets
      .filter(({ name }) => Object.hasOwn(filters, name) && filters[name].length)
      .map(({ name, values }) => {
        const chosen = values.filter(({ value }) => filters[name].includes(value));
        return new Set(chosen.flatMap(({ docs }) => docs));
      });
    return (doc) => allowed.every((docs) => docs.has(doc));
  }

  /** @param {number[]} found @returns {Count[]} */
  counts(found) {
    const held = new Set(found);
    return this.facets.map(({ name, values }) => ({
      facet: name,
      values: values
        .map(({ value, label, docs }) => ({ value, label, count: docs.filter((doc) => held.has(doc)).length }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)),
    }));
  }
}

/** @param {number[]} gaps @returns {number[]} */
function summed(gaps) {
  let sum = 0;
  return gaps.map((gap) => (sum += gap));
}
