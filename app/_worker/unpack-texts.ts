/** Texts as scripts/pack-texts.mjs writes them, which tells what is what. */
export type Packed = {
  names: string[];
  lengths: number[];
  text: string;
  steps: number[];
};

/** The texts by their names. */
export function unpackTexts({ names, lengths, text, steps }: Packed): Map<string, string> {
  const units = new Uint16Array(lengths.reduce((sum, length) => sum + length, 0));
  let written = 0;
  let read = 0;
  let source = 0;
  for (let n = 0; n < steps.length; n += 3) {
    const [fresh = 0, jump = 0, copied = 0] = steps.slice(n, n + 3);
    for (const end = read + fresh; read < end; read += 1, written += 1) {
      units[written] = text.charCodeAt(read);
    }
    source += jump;
    units.copyWithin(written, source, source + copied);
    source += copied;
    written += copied;
  }
  const all = new TextDecoder("utf-16le", { ignoreBOM: true }).decode(units);
  let from = 0;
  return new Map(
    names.map((name, place) => {
      const text = all.slice(from, from + (lengths[place] ?? 0));
      from += text.length;
      return [name, text];
    }),
  );
}
