/**
 * BM25 over classes of forms: each word of a query is a unit, each class of its forms scores it on its own.
 * @module
 */
import { inTitle } from "./postings.js";
import { FIELD } from "./texts.js";

/** Postings with how much an occurrence counts. @typedef {{postings: import("./postings.js").Postings, factor: number}} Part */
/**
 * `member` classes decide what is found; the others only rank it. What stands `beside` a unit, the last of its classes,
 * is found too, but is no rarer than the unit and hardly covers it.
 * @typedef {{weight: number, member: boolean, beside?: boolean, parts: Part[]}} Scored
 */
/** @typedef {{classes: Scored[]}} Unit */

/** Term frequency soon says no more (k1); length counts nearly in full (b). */
const K1 = 0.8;
const B = 0.9;
/**
 * What standing in a field adds to the count in the body: title, lede, body, names, themes. The lede is where a text
 * says what it is about: worth 0 the mean MRR was .686, worth 1 it was .695, on half of the development queries. A title is
 * worth more than a lede: one word of a headline among 9,927 texts, half of the news with titles: 2 gives .577, 2.5 .649.
 */
const FIELD_WORTH = [2.5, 1, 0, 0.7, 0.7];
/**
 * A document with all words of a query, by their rarity, counts twice one with none; three times where few texts are read
 * for how near the words stand. Among 9,927 documents, on the half of the queries not used to choose: questions .756 to
 * .764, keywords .605 to .608, headlines .927 to .931; a whole index gains nothing.
 */
const COVERAGE = { whole: 1, split: 2 };

/** Enough to be found by. */
const BESIDE = 1e-3;

/** A headline said again in the lede counts once. */
const WORTH = Float32Array.from({ length: 256 }, (_, how) =>
  FIELD_WORTH.reduce((sum, worth, field) => sum + (fieldsOf(how) & (1 << field) ? worth : 0), how >> 5),
);

/** @param {number} how @returns {number} */
function fieldsOf(how) {
  return inTitle(how) ? how & ~(1 << FIELD.lede) : how;
}

const HELD = 1;
const TITLED = 2;

/** @param {number} total @param {number} holding @returns {number} */
const rarity = (total, holding) => Math.log(1 + (total - holding + 0.5) / (holding + 0.5));

/**
 * What the documents have scored, by number; `found` are those that a member class holds, `titled` says in how many
 * units' words a title has, `rarities` what each unit is worth.
 * @typedef {{found: number[], scores: Float32Array, titled: Uint8Array, rarities: number[]}} Ranked
 */

/**
 * @param {import("./index.js").Index} index
 * @param {Unit[]} units
 * @param {boolean} [whole] Whether the whole index is at hand.
 * @returns {Ranked}
 */
export function rank(index, units, whole = true) {
  const total = index.documents;
  const scores = new Float32Array(total);
  const covered = new Float32Array(total);
  const titled = new Uint8Array(total);
  const tally = new Tally(total);
  let all = 0;
  /** @type {number[]} */
  const rarities = [];
  for (const unit of units) {
    const holding = new Holding(total);
    for (const { weight, member, beside, parts } of unit.classes) {
      for (const { postings, factor } of parts) tally.add(postings, factor);
      tally.score(scores, weight, index.shares, beside && holding.count ? rarity(total, holding.count) : Infinity);
      if (beside) for (let at = 0; at < tally.count; at++) covered[tally.docs[at]] += BESIDE;
      if (member) {
        holding.add(tally);
        for (const { postings } of parts) holding.entitle(postings, titled);
      }
      tally.clear();
    }
    const worth = rarity(total, holding.count);
    all += worth;
    rarities.push(worth);
    for (let at = 0; at < holding.count; at++) covered[holding.docs[at]] += worth;
  }
  const coverage = whole ? COVERAGE.whole : COVERAGE.split;
  /** @type {number[]} */
  const found = [];
  for (let doc = 0; doc < total; doc++) {
    if (covered[doc] === 0) continue;
    found.push(doc);
    scores[doc] *= (2 * (1 + (coverage * covered[doc]) / all)) / (1 + coverage);
  }
  return { found, scores, titled, rarities };
}

/** How often each document holds a class; emptied after each. */
class Tally {
  /** @param {number} total */
  constructor(total) {
    this.total = total;
    this.counts = new Float32Array(total);
    this.docs = new Int32Array(total);
    this.count = 0;
  }

  /** @param {import("./postings.js").Postings} postings @param {number} factor */
  add({ docs, how }, factor) {
    const { counts, docs: touched } = this;
    let { count } = this;
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at];
      if (counts[doc] === 0) touched[count++] = doc;
      counts[doc] += WORTH[how[at]] * factor;
    }
    this.count = count;
  }

  /** @param {Float32Array} scores @param {number} weight @param {Float32Array} shares @param {number} most No rarer than this. */
  score(scores, weight, shares, most) {
    const worth = weight * Math.min(most, rarity(this.total, this.count)) * (K1 + 1);
    for (let at = 0; at < this.count; at++) {
      const doc = this.docs[at];
      const count = this.counts[doc];
      scores[doc] += (worth * count) / (count + K1 * (1 - B + B * shares[doc]));
    }
  }

  clear() {
    for (let at = 0; at < this.count; at++) this.counts[this.docs[at]] = 0;
    this.count = 0;
  }
}

/** The documents that hold a unit in a member class, each once, and whether their titles do. */
class Holding {
  /** @param {number} total */
  constructor(total) {
    this.seen = new Uint8Array(total);
    this.docs = new Int32Array(total);
    this.count = 0;
  }

  /** @param {Tally} tally */
  add(tally) {
    for (let at = 0; at < tally.count; at++) {
      const doc = tally.docs[at];
      if (this.seen[doc]) continue;
      this.seen[doc] = HELD;
      this.docs[this.count++] = doc;
    }
  }

  /** @param {import("./postings.js").Postings} postings @param {Uint8Array} titled */
  entitle({ docs, how }, titled) {
    for (let at = 0; at < docs.length; at++) {
      if (!inTitle(how[at]) || this.seen[docs[at]] === TITLED) continue;
      this.seen[docs[at]] = TITLED;
      titled[docs[at]]++;
    }
  }
}
