type Address = { line: number } | { last: true } | { test: RegExp };
type Command = {
  from: Address | null;
  to: Address | null;
  not: boolean;
  name: string;
  rest: string;
};
type MakeExpression = (pattern: string, options: { extended?: boolean; flags?: string }) => RegExp;

type SedOptions = { quiet: boolean; extended: boolean; expressionOf: MakeExpression };

function readAddress(text: string, make: (pattern: string) => RegExp): [Address | null, string] {
  const number = /^(\d+)/.exec(text);
  if (number) return [{ line: Number(number[1]) }, text.slice(number[0].length)];
  if (text.startsWith("$")) return [{ last: true }, text.slice(1)];
  const pattern = /^\/((?:\\.|[^/\\])*)\//.exec(text);
  if (pattern) return [{ test: make(pattern[1] ?? "") }, text.slice(pattern[0].length)];
  return [null, text];
}

/** Where a command ends: at a `;` or a line break outside of its own separators. */
function commandEnd(text: string): number {
  if (/^[sy]/.test(text)) {
    const mark = text.charAt(1);
    let seen = 1;
    for (let i = 2; i < text.length; i++) {
      if (text.charAt(i) === "\\") i++;
      else if (text.charAt(i) === mark) seen++;
      else if (seen === 3 && /[;\n}]/.test(text.charAt(i))) return i;
    }
    return text.length;
  }
  const end = text.search(/[;\n]/);
  return end < 0 ? text.length : end;
}

function readCommands(script: string, make: (pattern: string) => RegExp): Command[] {
  const list: Command[] = [];
  let rest = script;
  while (rest.trim() !== "") {
    rest = rest.replace(/^[\s;]+/, "");
    let from: Address | null;
    let to: Address | null = null;
    [from, rest] = readAddress(rest, make);
    if (from !== null && rest.startsWith(",")) [to, rest] = readAddress(rest.slice(1), make);
    rest = rest.trimStart();
    const not = rest.startsWith("!");
    if (not) rest = rest.slice(1);
    const end = commandEnd(rest);
    const one = rest.slice(0, end);
    list.push({ from, to, not, name: one.charAt(0), rest: one.slice(1) });
    rest = rest.slice(end + 1);
  }
  return list;
}

function substitute(
  line: string,
  rest: string,
  options: SedOptions,
): { line: string; hit: boolean; print: boolean } {
  const mark = rest.charAt(0);
  const parts: string[] = [""];
  for (let i = 1; i < rest.length; i++) {
    const sign = rest.charAt(i);
    if (sign === "\\" && rest.charAt(i + 1) === mark) {
      parts[parts.length - 1] += mark;
      i++;
    } else if (sign === "\\") {
      parts[parts.length - 1] += sign + rest.charAt(i + 1);
      i++;
    } else if (sign === mark) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  const [pattern = "", by = "", flags = ""] = parts;
  const test = options.expressionOf(pattern, {
    extended: options.extended,
    flags: `${flags.includes("g") ? "g" : ""}${/i/i.test(flags) ? "i" : ""}`,
  });
  const changed = line.replace(test, (...found: unknown[]) =>
    by.replace(/\\(\d)|\\n|\\(.)|&/g, (sign, digit?: string, other?: string) => {
      if (digit !== undefined) return String(found[Number(digit)] ?? "");
      if (sign === "\\n") return "\n";
      return other ?? String(found[0]);
    }),
  );
  return { line: changed, hit: test.test(line), print: flags.includes("p") };
}

/** Edits a text line by line, by a script of sed: s, p, d, q, a, i, c with addresses. */
export function editStream(text: string, script: string, options: SedOptions): string {
  const make = (pattern: string) => options.expressionOf(pattern, { extended: options.extended });
  const commands = readCommands(script, make);
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const open = new Set<Command>();
  let out = "";
  const isAt = (address: Address, line: string, n: number) => {
    if ("line" in address) return address.line === n;
    return "last" in address ? n === lines.length : address.test.test(line);
  };
  const chosen = (command: Command, line: string, n: number) => {
    const { from, to } = command;
    if (from === null) return true;
    if (to === null) return isAt(from, line, n);
    if (open.has(command)) {
      if (isAt(to, line, n)) open.delete(command);
      return true;
    }
    if (!isAt(from, line, n)) return false;
    if (!("line" in to && to.line <= n)) open.add(command);
    return true;
  };
  for (const [i, original] of lines.entries()) {
    let line = original;
    let shown = !options.quiet;
    let after = "";
    let quits = false;
    for (const command of commands) {
      if (chosen(command, line, i + 1) === command.not) continue;
      const words = command.rest.replace(/^\s*\\?\s*/, "");
      if (command.name === "s") {
        const done = substitute(line, command.rest, options);
        line = done.line;
        if (done.hit && done.print) out += `${line}\n`;
      } else if (command.name === "p") out += `${line}\n`;
      else if (command.name === "d") {
        shown = false;
        break;
      } else if (command.name === "q") {
        quits = true;
        break;
      } else if (command.name === "a") after += `${words}\n`;
      else if (command.name === "i") out += `${words}\n`;
      else if (command.name === "c") line = words;
    }
    if (shown) out += `${line}\n`;
    out += after;
    if (quits) break;
  }
  return out;
}
