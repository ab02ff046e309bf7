/**
 * For tests: a browser's storage for short texts, whose keys are those of the object, as there. A
 * full one refuses to be written to.
 */
export function sampleStorage(texts: Readonly<Record<string, string>> = {}, full = false): Storage {
  const kept: Storage = Object.create({
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, text: string) => {
      if (full) throw new DOMException("", "QuotaExceededError");
      kept[key] = text;
    },
    removeItem: (key: string) => void delete kept[key],
  });
  return Object.assign(kept, texts);
}
