/**
 * What stands on a terminal once a program has written to it: colours are gone, and lines that were
 * drawn over show what was drawn last. Understands what docker, Compose and buildx send.
 */
export function screenOf(written: string): string {
  // Above it stands the line that was typed: programs go up to it and down again.
  const screen: Screen = { rows: ["", ""], row: 1, column: 0 };
  for (const [, csi = "", letter = "", char = ""] of written.matchAll(pieces)) {
    if (letter !== "") move(screen, letter, csi);
    else if (char !== "") put(screen, char);
  }
  return screen.rows
    .slice(1)
    .map((row) => row.trimEnd())
    .join("\n")
    .trimEnd();
}

type Screen = { rows: string[]; row: number; column: number };

const esc = String.fromCharCode(27);
const bell = String.fromCharCode(7);
/** A control sequence with its numbers and letter, one that means nothing here, or one character. */
const pieces = new RegExp(
  `${esc}\\[([?\\d;]*)([A-Za-z])|${esc}(?:\\][^${bell}]*${bell}|[()][A-Z0-9]|.)|([^${esc}])`,
  "gsu",
);

const tab = 8;

function put(screen: Screen, char: string): void {
  const { row, column } = screen;
  if (char === "\r") screen.column = 0;
  else if (char === "\b") screen.column = Math.max(0, column - 1);
  else if (char === "\n") goTo(screen, row + 1, 0);
  else if (char === "\t") screen.column = (Math.floor(column / tab) + 1) * tab;
  else if (char >= " ") {
    const line = [...(screen.rows[row] ?? "").padEnd(column)];
    line[column] = char;
    screen.rows[row] = line.join("");
    screen.column = column + 1;
  }
}

function goTo(screen: Screen, row: number, column: number): void {
  screen.row = Math.max(0, row);
  screen.column = Math.max(0, column);
  while (screen.rows.length <= screen.row) screen.rows.push("");
}

function move(screen: Screen, letter: string, csi: string): void {
  const { row, column } = screen;
  const [first, second] = csi.split(";").map(Number);
  const by = first || 1;
  if (letter === "A") goTo(screen, row - by, column);
  else if (letter === "B") goTo(screen, row + by, column);
  else if (letter === "C") goTo(screen, row, column + by);
  else if (letter === "D") goTo(screen, row, column - by);
  else if (letter === "G") goTo(screen, row, by - 1);
  else if (letter === "H") goTo(screen, by, (second || 1) - 1);
  else if (letter === "K") clearLine(screen, first ?? 0);
  else if (letter === "J") clearBelow(screen, first ?? 0);
}

function clearLine(screen: Screen, how: number): void {
  const line = [...(screen.rows[screen.row] ?? "")];
  const kept = how === 0 ? line.slice(0, screen.column) : [];
  const rest = how === 1 ? line.slice(screen.column).join("") : "";
  screen.rows[screen.row] = how === 1 ? " ".repeat(screen.column) + rest : kept.join("");
}

function clearBelow(screen: Screen, how: number): void {
  if (how === 2) screen.rows = screen.rows.map(() => "");
  else {
    clearLine(screen, 0);
    screen.rows = screen.rows.slice(0, screen.row + 1);
  }
}
