import { fileAt, listFolder, lookAt } from "#core/engine/files/file-system";
import { fullPath } from "#core/engine/files/paths";
import type { Call, Tool } from "#core/engine/process/call";
import type { FileNode } from "#core/engine/types";
import { type Options, readOptions } from "./options";
import { pathOf } from "./path-of";

function modeText(node: FileNode): string {
  const kind = node.t === "d" ? "d" : node.t === "l" ? "l" : "-";
  const mode =
    node.t === "l"
      ? 0o777
      : "m" in node && node.m !== undefined
        ? node.m
        : node.t === "d"
          ? 0o755
          : 0o644;
  const bits = "rwxrwxrwx";
  return kind + [...bits].map((bit, i) => ((mode >> (8 - i)) & 1 ? bit : "-")).join("");
}

function longLine({ m }: Call, name: string, node: FileNode): string {
  const size = node.t === "f" ? node.x.length : node.t === "d" ? 4096 : 0;
  const when = new Date(m.state.now)
    .toUTCString()
    .slice(5, 22)
    .replace(/ \d{4}/, "")
    .replace(/^0/, " ");
  const [, day = "", month = "", time = ""] = /^\s*(\d+) (\w+) (.*)$/.exec(when) ?? [];
  const who = ("u" in node && node.u) || "root";
  const link = node.t === "l" ? ` -> ${node.x}` : "";
  return `${modeText(node)}    1 ${who.padEnd(8)} ${who.padEnd(8)} ${String(size).padStart(9)} ${month} ${day.padStart(2)} ${time} ${name}${link}`;
}

/** `ls`: files first, then what is in folders. */
export const listFiles: Tool = (call) => {
  const options = readOptions(call.args.slice(1));
  const { out } = call;
  const names = options.rest.length === 0 ? ["."] : [...options.rest].sort();
  const { files, folders, status } = parted(call, names, options);
  for (const name of files) out(`${shown(call, options, pathOf(call, name), name)}\n`);
  folders.forEach((name, i) => {
    if (names.length > 1) out(`${i > 0 || files.length > 0 ? "\n" : ""}${name}:\n`);
    listOne(call, options, pathOf(call, name));
  });
  return status;
};

/** Files and folders apart; of those that are not there it tells. */
function parted(call: Call, names: readonly string[], options: Options) {
  const { m, place, err, args, thread } = call;
  let status = 0;
  const files: string[] = [];
  const folders: string[] = [];
  for (const name of names) {
    const node = fileAt(m, place, pathOf(call, name)) ?? lookAt(m, place, pathOf(call, name));
    if (node === null) {
      status = thread.bash ? 2 : 1;
      const what = thread.bash ? `cannot access '${name}'` : name;
      err(`${args[0]}: ${what}: No such file or directory\n`);
    } else if (node.t === "d" && !options.has("d")) folders.push(name);
    else files.push(name);
  }
  return { files, folders, status };
}

function listOne(call: Call, options: Options, path: string): void {
  let list = listFolder(call.m, call.place, path);
  if (options.has("a")) list = [".", "..", ...list];
  else if (!options.has("A")) list = list.filter((one) => !one.startsWith("."));
  if (options.has("l")) call.out(`total ${list.length * 4}\n`);
  for (const one of list) call.out(`${shown(call, options, fullPath(one, path), one)}\n`);
}

function shown(call: Call, options: Options, path: string, name: string): string {
  const node = lookAt(call.m, call.place, path);
  return options.has("l") && node !== null ? longLine(call, name, node) : name;
}
