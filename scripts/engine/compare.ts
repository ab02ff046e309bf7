import { createHash } from "node:crypto";

/** What a command gave: exit code, both outputs masked, and a digest of what there was after it. */
export type Said = [exit: number, stdout: string, stderr: string, state: string];

/** Lines without what depends on chance, sorted: the order of parallel work counts for nothing. */
export function plainLines(text: string): string {
  return text
    .split("\n")
    .map((line) =>
      line
        .trim()
        .replace(/<name\d+>|<[a-z]+\d+(:\d+)?>|<ip\d+>/g, "<id>")
        .replace(/Up <(ago|time)>|Up About.*|<ago>/g, "<t>"),
    )
    .filter(Boolean)
    .sort()
    .join("\n");
}

function leaves(value: unknown, path: string, into: Map<string, unknown>): Map<string, unknown> {
  if (value === null || typeof value !== "object") into.set(path, value);
  else for (const [key, one] of Object.entries(value)) leaves(one, `${path}.${key}`, into);
  return into;
}

const byChance = /\.(id|imageId|ip|subnet|parent)(\.\d+)?$|compose\.version$/;

/** A short digest of a snapshot without ids, addresses and made-up names. */
export function stateDigest(state: unknown): string {
  const rows = [...leaves(state, "", new Map())]
    .filter(([path, value]) => value !== undefined && !byChance.test(path))
    .map(([path, value]) => [
      path,
      typeof value === "string" ? value.replace(/<name\d+>|<[a-z]+\d+>/g, "<id>") : value,
    ])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(rows)).digest("hex").slice(0, 12);
}
