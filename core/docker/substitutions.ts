/** Where a `$(…)`, `${…}` or `` `…` `` that begins at `from` ends, behind its last sign. */
export function substitutionEnd(text: string, from: number): number {
  if (text.charAt(from) === "`") {
    const end = text.indexOf("`", from + 1);
    return end < 0 ? text.length : end + 1;
  }
  const open = text.charAt(from + 1);
  if (open === "(") return closing(text, from + 2, ")");
  if (open === "{") {
    const end = text.indexOf("}", from);
    return end < 0 ? text.length : end + 1;
  }
  const name = /^\$(?:[A-Za-z_]\w*|[0-9?!@*#$-])/.exec(text.slice(from, from + 80))?.[0];
  return from + (name?.length ?? 1);
}

/** Behind the sign that closes a nest, past quotes and inner nests. */
function closing(text: string, from: number, sign: string): number {
  let depth = 1;
  for (let i = from; i < text.length; i++) {
    const one = text.charAt(i);
    if (one === "\\") i++;
    else if (one === "'" || one === '"') i = quoteEnd(text, i) - 1;
    else if (one === "(") depth++;
    else if (one === sign && --depth === 0) return i + 1;
  }
  return text.length;
}

/** Behind the quote that closes the one at `from`. */
export function quoteEnd(text: string, from: number): number {
  const quote = text.charAt(from);
  for (let i = from + 1; i < text.length; i++) {
    if (text.charAt(i) === "\\" && quote === '"') i++;
    else if (text.charAt(i) === quote) return i + 1;
  }
  return text.length;
}
