/**
 * Where quotation marks stand in pairs: marks of any script and shape, unbalanced and nested ones too.
 * @module
 */

/** What lies between two marks, in UTF-16 units, the marks excluded. @typedef {{open: number, start: number, end: number, close: number}} Pair */
/** @typedef {{at: number, mark: string, family: string, opens: boolean, closes: boolean}} Mark */

/** All that Unicode calls a quotation mark, the ornamental ones beside them, and guillemets typed as signs. */
const MARK = /<<|>>|[\p{Quotation_Mark}\u275b-\u275e]/gu;
/** Marks that close one another. Who opens with one of a row and closes with one of another has slipped. */
const FAMILIES = ["«»<<>>", "‹›", "“”„‟❝❞", "\"＂", "‘’‚‛❛❜'＇", "「」｢｣", "『』", "〝〞〟", "﹁﹂", "﹃﹄", "⹂"];
/** One sign for both sides. */
const NEUTRAL = new Set(["\"", "＂", "'", "＇"]);
/** These stand in words as well («people's»), so they open only before a word and close only after one. */
const APOSTROPHES = FAMILIES[4];
/** Whoever has written so many marks means no phrase by the next: pairing takes their number by itself. */
const MOST = 400;
const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** @param {string} text @returns {Mark[]} */
function marksOf(text) {
  return Array.from(text.matchAll(MARK), ({ 0: mark, index: at }) => {
    const family = FAMILIES.find((row) => row.includes(mark)) ?? mark;
    if (family !== APOSTROPHES) return { at, mark, family, opens: true, closes: true };
    const after = LETTER.test(text[at - 1] ?? "");
    const before = LETTER.test(text[at + 1] ?? "");
    return { at, mark, family, opens: before && !after, closes: after && !before };
  });
}

/**
 * The pairs of marks in a text, in the order in which they open. A mark closes the last open one of its family, unless
 * it is that very sign and has a counterpart («« opens twice); what then stays open closes with the next that does.
 * @param {string} text
 * @returns {Pair[]}
 */
export function pairs(text) {
  /** @type {Mark[]} */
  let open = [];
  /** @type {Mark[]} */
  const left = [];
  /** @type {Pair[]} */
  const found = [];
  const pair = (/** @type {Mark} */ one, /** @type {Mark} */ other) =>
    void found.push({ open: one.at, start: one.at + one.mark.length, end: other.at, close: other.at + other.mark.length });
  for (const mark of marksOf(text).slice(0, MOST)) {
    const at = mark.closes ? open.findLastIndex((o) => closes(mark, o)) : -1;
    if (at >= 0) {
      pair(open[at], mark);
      left.push(...open.slice(at + 1));
      open = open.slice(0, at);
    } else if (mark.opens) open.push(mark);
  }
  const single = [...left, ...open].filter(({ family }) => family !== APOSTROPHES).sort((a, b) => a.at - b.at);
  for (let at = 0; at + 1 < single.length; at += 2) pair(single[at], single[at + 1]);
  return found.sort((a, b) => a.open - b.open);
}

/** @param {Mark} mark @param {Mark} open @returns {boolean} */
const closes = (mark, open) => mark.family === open.family && (mark.mark !== open.mark || NEUTRAL.has(mark.mark));
