import { helpWord } from "./canonical-command";
import { commandAt } from "./tables/command-table";
import { otherCommand } from "./tables/other-programs";
import type { Canonical, Command, GivenFlag } from "./types";
import { symbols } from "./world";

const names = new Map(Object.entries(symbols).map(([name, symbol]) => [symbol, name]));

/** A word as a shell reads it back; symbols become the variables they stand for. */
function quoteWord(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  if (!/[\uE000-\uE003]/.test(word)) return `'${word.replaceAll("'", "'\\''")}'`;
  const inner = word
    .replace(/["\\$`]/g, "\\$&")
    .replace(/[\uE000-\uE003]/g, (symbol) => `\${${names.get(symbol) ?? ""}}`);
  return `"${inner}"`;
}

/** Flags in the order of their names; of a flag that counts once only the last. */
function orderedFlags({ verb, flags, spec: given }: Command): GivenFlag[] {
  const spec = given ?? commandAt(verb) ?? otherCommand(verb);
  const final = new Map(flags.map((flag) => [flag.name, flag]));
  const kept = flags.filter(
    (flag) => spec?.long.get(flag.name)?.repeats !== false || final.get(flag.name) === flag,
  );
  return kept.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function printFlag({ name, value }: GivenFlag, isSwitch: boolean): string {
  if (isSwitch) return value === "true" ? `--${name}` : `--${name}=${quoteWord(value)}`;
  return `--${name}=${value === "" ? "" : quoteWord(value)}`;
}

const switches = new Set(["debug", "tls", "tlsverify", "compatibility", "dry-run"]);

/** The command in the house style: long names, flags in order, one spelling. Parses to the same. */
export function printCommand({ command }: Canonical): string {
  const { program, verb, typedVerb, help, args, globals, environment, input, output } = command;
  const spec = command.spec ?? commandAt(verb) ?? otherCommand(verb);
  const road =
    program === "docker" ? (spec === undefined ? typedVerb : verb) : verb.slice(program.length + 1);
  const words = Object.entries(environment).map(([name, value]) => `${name}=${quoteWord(value)}`);
  words.push(...program.split(" "));
  const asked = globals.filter((flag) => flag.name !== "version");
  words.push(...asked.map((flag) => printFlag(flag, switches.has(flag.name))));
  words.push(
    ...(help && spec !== undefined ? typedVerb : road).split(" ").filter((word) => word !== ""),
  );
  for (const flag of orderedFlags(command)) {
    words.push(printFlag(flag, spec?.long.get(flag.name)?.type === "bool"));
  }
  if (help && !words.includes("--help")) words.push(helpWord(command));
  if (args.some((arg) => arg.text.startsWith("-"))) words.push("--");
  words.push(...args.map((arg) => quoteWord(arg.text)));
  if (input?.kind === "file") words.push("<", quoteWord(input.path));
  if (output !== null && output.path !== "|")
    words.push(output.append ? ">>" : ">", quoteWord(output.path));
  const line = words.join(" ");
  // What another command of a script gives it stands there, and has no place in this one.
  return input?.kind === "text" && input.span.end > 0
    ? `echo ${quoteWord(input.text)} | ${line}`
    : line;
}
