/**
 * Chance that can be repeated: the same seed gives the same numbers in Node, in every browser and
 * on every device. 32-bit integer arithmetic only. Not for secrets.
 */

/** A source of numbers from 0 (included) to 1 (excluded): mulberry32 by Tommy Ettinger. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The items in an order that the seed decides, all orders alike; the given list stays as it is. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = randomFrom(seed);
  const result: T[] = [];
  for (const item of items) {
    // Each item goes in at a random place; the lists are no longer than a screen shows.
    result.splice(Math.floor(random() * (result.length + 1)), 0, item);
  }
  return result;
}

/** A seed from a text, 0 to 2^32 - 1: FNV-1a over its UTF-16 units, then MurmurHash3's finish. */
export function hashSeed(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
