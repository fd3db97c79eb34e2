/**
 * Which words are names, as the index carries them: hashes of their stems (generator/search/names.py).
 * @module
 */
import { Reader } from "./packed.js";
import { hashed, light } from "./stems.js";

const BUCKETS = 1 << 17;
/** A letter joined to a name. */
const JOINED = /^[وفبلك](?=.{3})/;

export class Names {
  /** @param {Uint8Array} [packed] */
  constructor(packed = new Uint8Array(0)) {
    const reader = new Reader(packed);
    /** Places, two for each bucket, the second for people. @type {Set<number>} */
    this.places = new Set();
    for (let place = 0; !reader.done; ) this.places.add((place += reader.varint()));
  }

  /** @param {string} plain @returns {boolean} Whether a word is a name or part of one. */
  has(plain) {
    return placesOf(plain).some((place) => this.places.has(place) || this.places.has(place + 1));
  }

  /** @param {string} plain @returns {boolean} Whether a word is part of a person's name. */
  ofPerson(plain) {
    return placesOf(plain).some((place) => this.places.has(place + 1));
  }
}

/** @param {string} plain @returns {number[]} Where a word would be, with a letter before it and without. */
const placesOf = (plain) =>
  [light(plain), light(plain.replace(JOINED, ""))].map((stem) => (hashed(stem) % BUCKETS) * 2);
