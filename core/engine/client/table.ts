/** Rows as the client lines them up: columns three blanks apart, the last one without any. */
export function table(rows: readonly (readonly string[])[], gap = 3, least = 10): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? least - gap, [...cell].length);
    });
  }
  return rows
    .map((row) => {
      const cells = row.map((cell, i) =>
        i === row.length - 1 ? cell : cell.padEnd((widths[i] ?? 0) + gap),
      );
      return `${cells.join("")}\n`;
    })
    .join("");
}

/** A text cut to so many signs, an ellipsis as the last of them. */
export const cutTo = (text: string, length: number): string =>
  [...text].length > length ? `${[...text].slice(0, length - 1).join("")}…` : text;
