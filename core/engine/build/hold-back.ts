/** Stands for what becomes of a base: that shows only once its first step was looked up. */
export const later = (index: number) => `\uE0F0${index}\uE0F0`;

export type Held = { say: (text: string) => void; cachedBases: Set<number>; flush: () => void };

/** Holds back what is said until it is known what became of the bases. */
export function holdBack(say: (text: string) => void): Held {
  let held = "";
  const cachedBases = new Set<number>();
  const flush = () => {
    const known = (_: string, index: string) =>
      cachedBases.has(Number(index)) ? "CACHED" : "DONE 0.0s";
    say(held.replace(/\uE0F0(\d+)\uE0F0/g, known));
    held = "";
  };
  const hold = (words: string) => {
    if (held === "") held = "\n";
    held += words;
  };
  return { say: hold, cachedBases, flush };
}
