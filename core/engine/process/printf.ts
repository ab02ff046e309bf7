const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "\\": "\\",
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  v: "\v",
};

/** A text with its escapes (`\n`, `\t`, `\x41`, `\0101`) read. */
export const unescaped = (text: string): string =>
  text.replace(/\\(x[0-9a-fA-F]{1,2}|0?[0-7]{1,3}|.)/g, (whole, sign: string) => {
    if (/^x/.test(sign)) return String.fromCharCode(Number.parseInt(sign.slice(1), 16));
    if (/^[0-7]/.test(sign)) return String.fromCharCode(Number.parseInt(sign, 8));
    return escapes[sign] ?? whole;
  });

function one(code: string, width: string, value: string): string {
  let text = value;
  if (code === "d" || code === "i") text = String(Math.trunc(Number(value)) || 0);
  else if (code === "x") text = (Number(value) || 0).toString(16);
  else if (code === "o") text = (Number(value) || 0).toString(8);
  else if (code === "c") text = value.charAt(0);
  else if (code === "b") text = unescaped(value);
  else if (code === "f")
    text = (Number(value) || 0).toFixed(Number(/\.(\d+)/.exec(width)?.[1] ?? 6));
  else if (width.includes(".")) text = value.slice(0, Number(/\.(\d+)/.exec(width)?.[1] ?? 0));
  const size = Number.parseInt(width.replace(/^-/, ""), 10) || 0;
  const filler = /^0\d/.test(width) ? "0" : " ";
  return width.startsWith("-") ? text.padEnd(size) : text.padStart(size, filler);
}

/** `printf`: the format is used again while there are words left. */
export function formatPrintf(format: string, values: readonly string[]): string {
  let rest = [...values];
  let result = "";
  do {
    const before = rest.length;
    result += unescaped(
      format.replace(/%(-?[\d.]*)([sdicxobf%])/g, (_, width: string, code: string) => {
        if (code === "%") return "%";
        const value = rest[0] ?? "";
        rest = rest.slice(1);
        return one(code, width, value).replaceAll("\\", "\\\\");
      }),
    );
    if (rest.length === before) break;
  } while (rest.length > 0);
  return result;
}
