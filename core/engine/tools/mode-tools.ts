import { lookAt, putFile, walk } from "#core/engine/files/file-system";
import type { Call, Tool } from "#core/engine/process/call";
import type { FileNode } from "#core/engine/types";
import { readOptions } from "./options";
import { pathOf } from "./path-of";

function changeMode(call: Call, change: (node: FileNode) => FileNode): number {
  const options = readOptions(call.args.slice(1));
  let status = 0;
  for (const name of options.rest.slice(1)) {
    const path = pathOf(call, name);
    const { m, place } = call;
    if (lookAt(m, place, path) === null) {
      status = 1;
      call.err(`${call.args[0]}: ${name}: No such file or directory\n`);
      continue;
    }
    for (const one of options.has("R") ? walk(m, place, path) : [path]) {
      const node = lookAt(m, place, one);
      if (node !== null) putFile(m, place, one, change(node));
    }
  }
  return status;
}

const chmod: Tool = (call) => {
  const mode =
    readOptions(call.args.slice(1).map((word) => word.replace(/^-(?=[rwx])/, "a-"))).rest[0] ?? "";
  return changeMode(call, (node) => {
    if (node.t !== "f" && node.t !== "d") return node;
    const old = node.m ?? (node.t === "d" ? 0o755 : 0o644);
    if (/^[0-7]+$/.test(mode)) return { ...node, m: Number.parseInt(mode, 8) & 0o777 };
    const [, who = "", sign = "+", bits = ""] = /^([ugoa]*)([-+=])([rwx]*)$/.exec(mode) ?? [];
    const own =
      (bits.includes("r") ? 4 : 0) + (bits.includes("w") ? 2 : 0) + (bits.includes("x") ? 1 : 0);
    const all = who === "" || who.includes("a");
    const mask =
      (all || who.includes("u") ? own << 6 : 0) |
      (all || who.includes("g") ? own << 3 : 0) |
      (all || who.includes("o") ? own : 0);
    return { ...node, m: sign === "-" ? old & ~mask : old | mask };
  });
};

const chown: Tool = (call) => {
  const who = (readOptions(call.args.slice(1)).rest[0] ?? "").split(":")[0] ?? "";
  return changeMode(call, (node) =>
    node.t === "f" || node.t === "d" ? { ...node, u: who } : node,
  );
};

/** Programs that change whose files are and who may do what with them. */
export const modeTools: readonly (readonly [string, Tool])[] = [
  ["chmod", chmod],
  ["chown", chown],
];
