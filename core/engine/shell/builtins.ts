import { fileAt, isFolder, readText } from "#core/engine/files/file-system";
import { fullPath } from "#core/engine/files/paths";
import type { Call, Outcome } from "#core/engine/process/call";
import { formatPrintf, unescaped } from "#core/engine/process/printf";
import { testExpression } from "#core/engine/process/test-expression";
import { put } from "#core/engine/state/machine";
import { findProgram } from "#core/engine/tools/find-program";
import { calculate } from "./arithmetic";
import { readScript } from "./read-script";
import { prefixOf } from "./thread";

type Builtin = (call: Call, line: number) => Outcome;

function changeFolder({ m, place, thread, args, err }: Call, line: number): number {
  const to =
    args[1] === undefined
      ? (thread.vars.HOME ?? "/")
      : args[1] === "-"
        ? (thread.vars.OLDPWD ?? "/")
        : args[1];
  const path = fullPath(to, thread.cwd);
  if (!isFolder(m, place, path)) {
    const there = fileAt(m, place, path) !== null;
    const why = there ? "Not a directory" : "No such file or directory";
    const own = thread.bash ? `cd: ${to}: ${why}` : `can't cd to ${to}: ${why}`;
    err(`${prefixOf(thread, line, thread.bash ? "" : "cd")}${own}\n`);
    return thread.bash ? 1 : 2;
  }
  thread.vars.OLDPWD = thread.cwd;
  thread.cwd = path;
  return 0;
}

function exportNames({ thread, args, out }: Call): number {
  if (args.length === 1 || args[1] === "-p") {
    for (const name of [...thread.exported].sort())
      out(`export ${name}='${thread.vars[name] ?? ""}'\n`);
    return 0;
  }
  for (const word of args.slice(1).filter((one) => one !== "-p")) {
    const [, name = word, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
    if (value !== undefined) thread.vars[name] = value;
    if (!thread.exported.includes(name)) thread.exported.push(name);
  }
  return 0;
}

function unset({ thread, args }: Call): number {
  for (const name of args.slice(1)) {
    delete thread.vars[name];
    delete thread.fns[name];
    thread.exported = thread.exported.filter((one) => one !== name);
  }
  return 0;
}

function setOptions({ thread, args, out }: Call): number {
  if (args.length === 1) {
    for (const [name, value] of Object.entries(thread.vars).sort()) out(`${name}='${value}'\n`);
    return 0;
  }
  const words = args.slice(1);
  while (/^[-+][a-zA-Z]+$/.test(words[0] ?? "")) {
    const word = words.shift() ?? "";
    if (word.includes("e")) thread.strict = word.startsWith("-");
    if (word.endsWith("o")) words.shift();
    if (words.length === 0) return 0;
  }
  if (words[0] === "--") words.shift();
  thread.args = words;
  return 0;
}

/** Says text as `echo` does; `-n` leaves the line open, `-e` reads escapes. */
function echo({ args, out, thread }: Call): number {
  const words = args.slice(1);
  let newline = true;
  let escapes = false;
  while (/^-[neE]+$/.test(words[0] ?? "")) {
    const word = words.shift() ?? "";
    if (word.includes("n")) newline = false;
    if (word.includes("e")) escapes = true;
  }
  const text = words.join(" ");
  out(`${escapes && thread ? unescaped(text) : text}${newline ? "\n" : ""}`);
  return 0;
}

function read({ thread, args, stdin }: Call): number {
  const names = args.slice(1).filter((word) => !word.startsWith("-"));
  if (stdin.text === "") return 1;
  const end = stdin.text.indexOf("\n");
  const line = end < 0 ? stdin.text : stdin.text.slice(0, end);
  stdin.text = end < 0 ? "" : stdin.text.slice(end + 1);
  const words = line.trim().split(/\s+/);
  const list = names.length === 0 ? ["REPLY"] : names;
  list.forEach((name, i) => {
    thread.vars[name] = i === list.length - 1 ? words.slice(i).join(" ") : (words[i] ?? "");
  });
  return end < 0 ? 1 : 0;
}

const signalName = (text: string): string => {
  const numbers: Readonly<Record<string, string>> = {
    1: "HUP",
    2: "INT",
    3: "QUIT",
    9: "KILL",
    10: "USR1",
    12: "USR2",
    15: "TERM",
    0: "EXIT",
  };
  return numbers[text] ?? text.toUpperCase().replace(/^SIG/, "");
};

function trap({ thread, args }: Call): number {
  const [action = "", ...signals] = args.slice(1);
  for (const signal of signals) {
    if (action === "-") delete thread.traps[signalName(signal)];
    else thread.traps[signalName(signal)] = action;
  }
  return 0;
}

/** Unwinds to the nearest loop; `again` leaves the loop itself. */
function leaveLoop({ thread, args }: Call, again: boolean): number {
  let count = Number(args[1] ?? 1);
  while (thread.frames.length > 0) {
    const k = thread.frames.at(-1)?.n.k;
    if (k === "while" || k === "for") {
      count--;
      if (count === 0 && again) {
        if (k === "while") (thread.frames.at(-1) ?? { i: 0 }).i = 0;
        return 0;
      }
    }
    thread.frames.pop();
    if (count === 0) return 0;
  }
  return 0;
}

function wait({ m, thread }: Call): Outcome {
  if (thread.service !== null) return { service: { ...thread.service } };
  const ends = thread.jobs.filter((job): job is number => job !== null);
  if (ends.length < thread.jobs.length) return { hang: true };
  const last = Math.max(0, ...ends);
  thread.jobs = [];
  return last > m.state.now ? { sleep: last - m.state.now } : 0;
}

/** The engine's own process on a host. */
const enginePid = "71";

function kill({ m, place, thread, args, err }: Call): Outcome {
  const words = args.slice(1);
  let signal = "TERM";
  if (words[0] === "-s") {
    signal = signalName(words[1] ?? "TERM");
    words.splice(0, 2);
  } else if (words[0]?.startsWith("-")) signal = signalName(words.shift()?.slice(1) ?? "TERM");
  const [target = ""] = words;
  if (target === "1" && !thread.bash) {
    // The first process of a container heeds no signal that it has no handler for.
    const action = thread.traps[signal];
    if (action !== undefined) thread.frames.push({ n: readScript(action), i: 0 });
    return 0;
  }
  if (/^\d+$/.test(target) && Number(target) > 6 && thread.jobs.length > 0) {
    thread.jobs.pop();
    thread.service = null;
    return 0;
  }
  if (target.startsWith("%")) return 0;
  if (thread.bash && target === enginePid && (signal === "STOP" || signal === "CONT")) {
    const did = signal === "STOP" ? "engine stands still" : "engine goes on";
    put(m, ["hosts", place.host, "frozen"], signal === "STOP", did);
    return 0;
  }
  err(`${prefixOf(thread, 0)}kill: (${target}) - No such process\n`);
  return 1;
}

function exit({ thread, args }: Call): Outcome {
  const trap = thread.traps.EXIT;
  const code = args[1] === undefined ? thread.status : Number(args[1]) & 255;
  if (trap !== undefined) {
    delete thread.traps.EXIT;
    thread.frames = [
      { n: { k: "argv", a: ["exit", String(code)] }, i: 0 },
      { n: readScript(trap), i: 0 },
    ];
    return code;
  }
  return { exit: code };
}

function execProgram({ thread, args, err }: Call, line: number): Outcome {
  const words = args.slice(1);
  if (words[0] === "--") words.shift();
  if (words.length === 0) return 0;
  if (words[0]?.startsWith("-") && !thread.bash) {
    err(
      `${thread.name}: exec: line ${line + (thread.name.includes("/") ? 1 : 0)}: illegal option ${words[0].slice(0, 2)}\n`,
    );
    return { exit: 2 };
  }
  return { exec: words };
}

function sourceFile({ m, place, thread, args, err }: Call, line: number): Outcome {
  const path = fullPath(args[1] ?? "", thread.cwd);
  const text = readText(m, place, path);
  if (text === null) {
    const own = thread.bash
      ? `${args[1]}: No such file or directory`
      : `can't open '${args[1]}': No such file or directory`;
    err(`${prefixOf(thread, line, thread.bash ? "" : ".")}${own}\n`);
    return thread.bash ? 1 : { exit: 2 };
  }
  thread.frames.push({ n: readScript(text), i: 0 });
  return 0;
}

function commandWord(call: Call): Outcome {
  const { m, place, thread, args, out, env } = call;
  const words = args.slice(1);
  if (words[0] === "-v" || words[0] === "-V") {
    const name = words[1] ?? "";
    if (builtins.has(name)) out(`${name}\n`);
    else {
      const found = findProgram(m, place, name, env.PATH ?? "", thread.cwd);
      if (found.kind === "missing" || found.kind === "denied") return 127;
      out(`${found.path}\n`);
    }
    return 0;
  }
  return call.invoke(words);
}

function typeOf({ m, place, thread, args, out, err, env }: Call, line: number): number {
  const name = args[1] ?? "";
  if (builtins.has(name)) {
    out(`${name} is a shell builtin\n`);
    return 0;
  }
  const found = findProgram(m, place, name, env.PATH ?? "", thread.cwd);
  if (found.kind === "missing" || found.kind === "denied") {
    if (thread.bash) err(`${prefixOf(thread, line)}type: ${name}: not found\n`);
    else out(`${name}: not found\n`);
    return thread.bash ? 1 : 127;
  }
  out(`${name} is ${found.path}\n`);
  return 0;
}

function evaluate({ thread, args }: Call): number {
  thread.frames.push({ n: readScript(args.slice(1).join(" ")), i: 0 });
  return thread.status;
}

function limits({ m, place, args, out }: Call): number {
  const container = place.container
    ? m.state.hosts[place.host]?.containers[place.container]
    : undefined;
  if (args[1] === "-n" || args[1] === "-Sn") out(`${container?.host.nofile || 1048576}\n`);
  else if (args[1] === "-u") out(`${container?.host.pids || "unlimited"}\n`);
  else out("unlimited\n");
  return 0;
}

function shift({ thread, args }: Call): number {
  thread.args = thread.args.slice(Number(args[1] ?? 1));
  return 0;
}

function local({ thread, args }: Call): number {
  for (const word of args.slice(1)) {
    const at = word.indexOf("=");
    if (at > 0) thread.vars[word.slice(0, at)] = word.slice(at + 1);
  }
  return 0;
}

const sum = ({ thread, args }: Call): number => {
  const text = args.slice(1).join(" ");
  const [, name, rest = text] = /^\s*([A-Za-z_]\w*)\s*=(?!=)(.*)$/.exec(text) ?? [];
  const value = calculate(rest, (one) => thread.vars[one] ?? "");
  if (name !== undefined) thread.vars[name] = String(value);
  return value === 0 ? 1 : 0;
};

function bracket(call: Call): number {
  const words = call.args.slice(1);
  return testExpression(
    call,
    words.at(-1) === "]" || words.at(-1) === "]]" ? words.slice(0, -1) : words,
  );
}

const quiet: Builtin = () => 0;
const sayFolder: Builtin = ({ thread, out }) => {
  out(`${thread.cwd}\n`);
  return 0;
};
const sayFormatted: Builtin = ({ args, out }) => {
  out(formatPrintf(args[1] ?? "", args.slice(2)));
  return 0;
};

/** What the shell does itself. Prints and changes only its own process. */
export const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  [":", quiet],
  ["true", quiet],
  ["false", () => 1],
  ["cd", changeFolder],
  ["pwd", sayFolder],
  ["echo", echo],
  ["printf", sayFormatted],
  ["export", exportNames],
  ["unset", unset],
  ["set", setOptions],
  ["shift", shift],
  ["local", local],
  ["declare", local],
  ["readonly", local],
  ["let", sum],
  ["read", read],
  ["trap", trap],
  ["test", (call) => testExpression(call, call.args.slice(1))],
  ["[", bracket],
  ["[[", bracket],
  ["break", (call) => leaveLoop(call, false)],
  ["continue", (call) => leaveLoop(call, true)],
  [
    "return",
    ({ thread, args }): Outcome => ({
      exit: args[1] === undefined ? thread.status : Number(args[1]) & 255,
    }),
  ],
  ["exit", exit],
  ["exec", execProgram],
  ["eval", evaluate],
  [".", sourceFile],
  ["source", sourceFile],
  ["command", commandWord],
  ["type", typeOf],
  ["wait", wait],
  ["kill", kill],
  ["ulimit", limits],
  ["umask", quiet],
  ["jobs", quiet],
  ["alias", quiet],
  ["hash", quiet],
  ["history", quiet],
]);
