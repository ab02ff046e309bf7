import { readText } from "#core/engine/files/file-system";
import { fullPath, nameOf } from "#core/engine/files/paths";
import { containerAt } from "#core/engine/network/reach";
import type { Call, Outcome, Tool } from "#core/engine/process/call";
import { processesOf } from "#core/engine/process/processes";
import { digestOf } from "#core/engine/state/ids";
import { hostOf, notModelled } from "#core/engine/state/machine";
import { printing } from "./builtin-tools";
import { readOptions } from "./options";
import { inputs, linesOf } from "./text-tools";

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400 };

const sleep: Tool = ({ args, err, thread }) => {
  let total = 0;
  for (const word of args.slice(1)) {
    if (word === "infinity") return { hang: true };
    const [, number, unit = "s"] = /^(\d*\.?\d+)([smhd])?$/.exec(word) ?? [];
    if (number === undefined) {
      err(
        thread.bash
          ? `sleep: invalid time interval ‘${word}’\n`
          : `sleep: invalid number '${word}'\n`,
      );
      return 1;
    }
    total += Number(number) * (units[unit] ?? 1);
  }
  return { sleep: total * 1000 };
};

/** `sh`, `bash`: a script after -c, a file, or what comes in. */
const shell: Tool = (call): Outcome => {
  const { m, place, args, stdin, err, thread } = call;
  const name = args[0] ?? "sh";
  const words = args.slice(1);
  let script: string | null = null;
  while (words[0]?.startsWith("-") && words[0] !== "-") {
    const word = words.shift() ?? "";
    if (word.includes("c") && !word.startsWith("--")) {
      script = words.shift() ?? null;
      if (script === null) {
        err(`${name}: -c requires an argument\n`);
        return 2;
      }
      const [own = name, ...rest] = words;
      return { run: script, name: own, args: rest };
    }
  }
  if (words[0] !== undefined && words[0] !== "-") {
    const text = readText(m, place, fullPath(words[0], thread.cwd));
    if (text === null) {
      err(`${name}: can't open '${words[0]}': No such file or directory\n`);
      return 127;
    }
    return { run: text, name: words[0], args: words.slice(1) };
  }
  if (stdin.terminal) {
    thread.reads = true;
    thread.name = name;
    thread.bash = nameOf(name) === "bash";
    return { hang: true };
  }
  const text = stdin.text;
  stdin.text = "";
  return { run: text, name, args: [] };
};

const env: Tool = (call) => {
  const { out, env: variables } = call;
  const words = call.args.slice(1);
  const extra: Record<string, string> = {};
  while (/^[A-Za-z_]\w*=/.test(words[0] ?? "")) {
    const word = words.shift() ?? "";
    extra[word.slice(0, word.indexOf("="))] = word.slice(word.indexOf("=") + 1);
  }
  if (words.length > 0) {
    Object.assign(call.thread.vars, extra);
    return call.invoke(words);
  }
  for (const [name, value] of Object.entries({ ...variables, ...extra })) out(`${name}=${value}\n`);
  return 0;
};

const printenv: Tool = ({ args, out, env: variables }) => {
  const [, name] = args;
  if (name === undefined) {
    for (const [one, value] of Object.entries(variables)) out(`${one}=${value}\n`);
    return 0;
  }
  if (variables[name] === undefined) return 1;
  out(`${variables[name]}\n`);
  return 0;
};

/** Account numbers by name, as /etc/passwd has them. */
function account({ m, place }: Call, user: string): { id: string; name: string; group: string } {
  const plain = user.split(":")[0] || "root";
  const lines = (readText(m, place, "/etc/passwd") ?? "root:x:0:0")
    .split("\n")
    .map((line) => line.split(":"));
  const found = lines.find(([name, , id]) => name === plain || id === plain);
  if (found) return { name: found[0] ?? plain, id: found[2] ?? plain, group: found[3] ?? "0" };
  return { name: plain, id: plain, group: "0" };
}

const id: Tool = (call) => {
  const options = readOptions(call.args.slice(1));
  const who = account(call, options.rest[0] ?? call.thread.user);
  if (options.has("u")) {
    if (options.has("n") && /^\d+$/.test(who.name)) {
      call.err(`id: unknown ID ${who.id}\n`);
      return 1;
    }
    call.out(`${options.has("n") ? who.name : who.id}\n`);
  } else if (options.has("g"))
    call.out(`${options.has("n") ? (who.group === "0" ? "root" : who.name) : who.group}\n`);
  else {
    const named = (number: string, name: string) =>
      /^\d+$/.test(name) && number !== "0" ? number : `${number}(${name})`;
    const group = who.group === "0" ? "root" : who.name === "nobody" ? "nogroup" : who.name;
    call.out(
      `uid=${named(who.id, who.name)} gid=${named(who.group, group)} groups=${named(who.group, group)}\n`,
    );
  }
  return 0;
};

const whoami: Tool = (call) => {
  const who = account(call, call.thread.user);
  if (/^\d+$/.test(who.name)) {
    call.err(`whoami: unknown uid ${who.id}\n`);
    return 1;
  }
  call.out(`${who.name}\n`);
  return 0;
};

const ps: Tool = (call) => {
  const { m, place, out, args, thread } = call;
  const container = containerAt(m, place);
  if (container === null) {
    if (args.length > 1) return notModelled("the processes of the host are not modelled");
    out(
      "    PID TTY          TIME CMD\n   1042 ?        00:00:00 bash\n   1043 ?        00:00:00 ps\n",
    );
    return 0;
  }
  out("PID   USER     COMMAND\n");
  const list = processesOf(container);
  const isOwn = list.some(({ title }) => title === args.join(" "));
  if (!isOwn) {
    const pid = Math.max(6, ...list.map((one) => one.pid)) + 1;
    list.push({ pid, parent: 0, user: thread.user || "root", title: args.join(" ") });
  }
  for (const { pid, user, title } of list)
    out(`${String(pid).padStart(5)} ${user.padEnd(8)} ${title}\n`);
  return 0;
};

const two = (n: number) => String(n).padStart(2, "0");

const date: Tool = ({ m, args, out }) => {
  const now = new Date(m.state.now);
  const form = args.find((word) => word.startsWith("+"));
  if (form === undefined) {
    out(
      `${now.toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, "$1 $3 $2 $5 UTC $4")}\n`,
    );
    return 0;
  }
  const parts: Readonly<Record<string, string>> = {
    s: String(Math.floor(m.state.now / 1000)),
    Y: String(now.getUTCFullYear()),
    m: two(now.getUTCMonth() + 1),
    d: two(now.getUTCDate()),
    H: two(now.getUTCHours()),
    M: two(now.getUTCMinutes()),
    S: two(now.getUTCSeconds()),
    T: now.toISOString().slice(11, 19),
    F: now.toISOString().slice(0, 10),
    N: String(now.getUTCMilliseconds()).padEnd(9, "0"),
  };
  out(`${form.slice(1).replace(/%([a-zA-Z])/g, (whole, code: string) => parts[code] ?? whole)}\n`);
  return 0;
};

const uname: Tool = (call) => {
  const options = readOptions(call.args.slice(1));
  const all = options.has("a");
  const container = containerAt(call.m, call.place);
  const parts: string[] = [];
  if (all || options.has("s") || call.args.length === 1) parts.push("Linux");
  if (all || options.has("n"))
    parts.push(container?.config.hostname ?? hostOf(call.m, call.place.host).name);
  if (all || options.has("r")) parts.push("6.12.8");
  if (all || options.has("v")) parts.push("#1 SMP");
  if (all || options.has("m")) parts.push("x86_64");
  if (all) parts.push(call.place.container === null ? "GNU/Linux" : "Linux");
  call.out(`${parts.join(" ")}\n`);
  return 0;
};

/** `timeout [-s SIGNAL] SECONDS PROGRAM…`: on a host it ends the waiting. */
const timeout: Tool = (call) => {
  const { m, place, err } = call;
  const words = call.args.slice(1);
  let signal = "TERM";
  for (;;) {
    const word = words[0] ?? "";
    if (word === "-s" || word === "-k") {
      const value = words.splice(0, 2)[1] ?? "TERM";
      if (word === "-s") signal = value;
    } else if (/^--signal=/.test(word)) signal = (words.shift() ?? "").slice(9);
    else if (word === "-t") words.shift();
    else break;
  }
  const span = words.shift() ?? "0";
  const seconds = Number.parseFloat(span) * (units[span.replace(/[\d.]/g, "")] ?? 1);
  const before = m.deadline;
  const limit = m.state.now + seconds * 1000;
  m.deadline = Math.min(before, limit);
  m.signal = signal.replace(/^SIG/, "");
  const status = call.invoke(words);
  const late = m.state.now >= limit && limit < before;
  m.deadline = before;
  m.signal = "INT";
  if (!late) return status;
  if (signal.replace(/^SIG/, "") !== "KILL") return place.container === null ? 124 : 143;
  if (place.container === null)
    err(
      `bash: line 2: ${100_000 + m.state.serial} Killed                  ${call.args.join(" ")}\n`,
    );
  return 137;
};

const sum: Tool = (call) => {
  const { each, status } = inputs(call, readOptions(call.args.slice(1)).rest);
  const length = call.args[0] === "md5sum" ? 32 : call.args[0] === "sha1sum" ? 40 : 64;
  for (const [name, text] of each) call.out(`${digestOf(text).slice(0, length)}  ${name}\n`);
  return status;
};

const which: Tool = (call) => {
  let status = 0;
  for (const name of call.args.slice(1)) {
    let found = "";
    call.invoke(["command", "-v", name], { out: (text) => (found += text), err: () => {} });
    if (found.startsWith("/")) call.out(found);
    else status = 1;
  }
  return status;
};

const base64: Tool = (call) => {
  const options = readOptions(call.args.slice(1), "w");
  const { text } = inputs(call, options.rest);
  call.out(options.has("d") ? atob(text.trim()) : `${btoa(text)}\n`);
  return 0;
};

const nproc: Tool = (call) => {
  call.out("2\n");
  return 0;
};

const free: Tool = (call) => {
  call.out(
    "              total        used        free      shared  buff/cache   available\nMem:        8142276      912340     5120448        1204     2109488     6985312\nSwap:             0           0           0\n",
  );
  return 0;
};

const awk: Tool = (call) => {
  const options = readOptions(call.args.slice(1), "F v");
  const [script = "", ...names] = options.rest;
  const form =
    /^\s*(?:\/((?:\\.|[^/])*)\/\s*)?(?:NR\s*(==|>)\s*(\d+)\s*)?\{\s*print\s*([^{};]*?)\s*;?\s*\}\s*$/.exec(
      script,
    );
  if (form === null) return notModelled("this program of awk is not modelled");
  const [, pattern, sign, number, what = ""] = form;
  const separator = options.value("F");
  linesOf(inputs(call, names).text).forEach((line, i) => {
    if (pattern !== undefined && !new RegExp(pattern).test(line)) return;
    if (sign === "==" && i + 1 !== Number(number)) return;
    if (sign === ">" && i + 1 <= Number(number)) return;
    const fields = separator === undefined ? line.trim().split(/\s+/) : line.split(separator);
    const value = (item: string) => {
      const text = item.trim();
      if (text.startsWith('"')) return text.slice(1, -1);
      if (text === "$0") return line;
      if (text === "$NF") return fields.at(-1) ?? "";
      if (text === "NR") return String(i + 1);
      return /^\$\d+$/.test(text) ? (fields[Number(text.slice(1)) - 1] ?? "") : text;
    };
    const parts =
      what === ""
        ? [line]
        : what
            .split(",")
            .map((group) => (group.match(/"[^"]*"|\$\w+|\w+/g) ?? []).map(value).join(""));
    call.out(`${parts.join(" ")}\n`);
  });
  return 0;
};

const top: Tool = () => notModelled("a program that draws on the whole screen is not modelled");

/** Programs about processes, time, accounts and the system. */
export const systemTools: readonly (readonly [string, Tool])[] = [
  ["sleep", sleep],
  ["usleep", ({ args }) => ({ sleep: Number(args[1] ?? 0) / 1000 })],
  ["sh", shell],
  ["ash", shell],
  ["bash", shell],
  ["env", env],
  ["printenv", printenv],
  ["id", id],
  ["whoami", whoami],
  ["ps", ps],
  ["date", date],
  ["uname", uname],
  ["timeout", timeout],
  ["md5sum", sum],
  ["sha1sum", sum],
  ["sha256sum", sum],
  ["which", which],
  ["base64", base64],
  ["nproc", nproc],
  ["free", free],
  ["awk", awk],
  [
    "pidof",
    ({ args, out, place }) => {
      if (args[1] !== "dockerd" || place.container !== null) return 1;
      out("71\n");
      return 0;
    },
  ],
  ["yes", () => ({ hang: true })],
  ["top", top],
  ["vi", top],
  ["watch", top],
  ["clear", () => 0],
  ["sync", () => 0],
  ["true", () => 0],
  ["false", () => 1],
  ["nohup", (call) => call.invoke(call.args.slice(1))],
  ["time", (call) => call.invoke(call.args.slice(1))],
  ["sudo", (call) => call.invoke(call.args.slice(1))],
  [
    "uptime",
    printing(() => " 10:00:00 up 1 day,  1:00,  0 users,  load average: 0.10, 0.08, 0.05\n"),
  ],
];
