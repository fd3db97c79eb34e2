/**
 * Whether two stems with the same consonants may be forms of one word.
 *
 * Four consonants or more are evidence enough; three are shared by strangers («مصير» and «مصر», «اليف» and «الاف»), so
 * the weak letters between them must differ in a way in which plurals and participles differ.
 * @module
 */
import { distance } from "./edits.js";
import { hidden, skeleton } from "./stems.js";

const ROOT = 3;
const FARTHEST = 2;
/** The plural ending of «اسماء» and «شعراء». */
const PLURAL = /اء$/;
/** A place or a participle of a root with a weak letter inside (مصير, مقام, مقيم): its first letter is no part of the root. */
const HOLLOW = /^م[^اويء][ايو][^اويء]$/;
/** «و» after alef is a consonant (مقاوم). */
const SOUNDED = /او./;
/** A weak second letter; that of «شوارع» becomes that of «شارع». */
const SECOND = /^.(?:وا|([اوي]))/;

/**
 * @param {string} one A light stem.
 * @param {string} other Another of the same consonants.
 * @returns {boolean}
 */
export function akin(one, other) {
  const ones = [one, ...hidden(one)];
  if (skeleton(one).length > ROOT || [other, ...hidden(other)].some((stem) => ones.includes(stem))) return true;
  const [a, b] = [one.replace(PLURAL, ""), other.replace(PLURAL, "")];
  if (distance(a, b, FARTHEST) > FARTHEST || SOUNDED.test(a) !== SOUNDED.test(b)) return false;
  if (HOLLOW.test(a) || HOLLOW.test(b)) return a[2] === "و" || b[2] === "و" ? a.length !== b.length : false;
  if (a.startsWith("ا") && b.startsWith("ا")) return a.length === b.length ? a === b : within(a, b);
  const [first, second] = [SECOND.exec(a)?.[1], SECOND.exec(b)?.[1]];
  return !first || !second || first === second;
}

/** @param {string} one @param {string} other @returns {boolean} Whether one is the other with letters put in. */
function within(one, other) {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}
