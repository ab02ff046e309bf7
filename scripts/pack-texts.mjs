/**
 * Texts with what they share written once. `text` holds what is new, one piece after the other.
 * `steps` are threes: so many characters of it, then so far from where the last copy ended, so many
 * characters of what is there already. app/_worker/unpack-texts.ts reads it.
 * @typedef {{ names: string[], lengths: number[], text: string, steps: number[] }} Packed
 */

/** Every so many characters the text is noted, so that any copy of twice as many is found. */
const stride = 16;
/** A shorter copy takes as much room as the text itself. */
const shortest = 48;
/** So many places with the same beginning are tried, the latest first. */
const tried = 64;

/**
 * The compression of an answer looks back 32 kB, and a page is longer than that: this looks back to
 * the first character.
 * @param {Record<string, string>} texts
 * @returns {Packed}
 */
export function packTexts(texts) {
  const all = Object.values(texts).join("");
  const noted = makeNotes(all);
  /** @type {string[]} */
  const fresh = [];
  /** @type {number[]} */
  const steps = [];
  let written = 0;
  let source = 0;
  for (let at = 0; at < all.length; ) {
    noted.upTo(at);
    const copy = longestCopy(all, { at, written, places: noted.find(at) });
    if (copy.length < shortest) {
      at += 1;
      continue;
    }
    fresh.push(all.slice(written, copy.to));
    steps.push(copy.to - written, copy.from - source, copy.length);
    source = copy.from + copy.length;
    at = copy.to + copy.length;
    written = at;
  }
  fresh.push(all.slice(written));
  steps.push(all.length - written, 0, 0);
  const lengths = Object.values(texts).map(({ length }) => length);
  return { names: Object.keys(texts), lengths, text: fresh.join(""), steps };
}

/** Where each piece of the text stands. @param {string} all */
function makeNotes(all) {
  /** @type {Map<string, number[]>} */
  const places = new Map();
  let next = 0;
  const keyAt = (/** @type {number} */ at) => all.slice(at, at + stride);
  return {
    /** Notes what ends before a place. @param {number} end */
    upTo(end) {
      for (; next + stride <= end; next += stride) {
        const known = places.get(keyAt(next));
        if (known) known.push(next);
        else places.set(keyAt(next), [next]);
      }
    },
    /** @param {number} at */
    find: (at) => places.get(keyAt(at))?.slice(-tried) ?? [],
  };
}

/**
 * @param {string} all
 * @param {{ at: number, written: number, places: readonly number[] }} look `written`: up to there it
 *   is packed already
 */
function longestCopy(all, { at, written, places }) {
  let longest = { from: 0, to: at, length: 0 };
  for (const place of places) {
    let back = 0;
    const room = Math.min(at - written, place, at - stride - place);
    while (back < room && all[place - back - 1] === all[at - back - 1]) back += 1;
    let end = stride;
    while (at + end < all.length && place + end < at - back && all[place + end] === all[at + end]) {
      end += 1;
    }
    if (back + end >= longest.length) {
      longest = { from: place - back, to: at - back, length: back + end };
    }
  }
  return longest;
}
