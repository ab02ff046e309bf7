import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const plainMap = z.object({ sources: z.array(z.string().nullable()), mappings: z.string() });
const offset = z.object({ line: z.number(), column: z.number() });
const sectionedMap = z.object({ sections: z.array(z.object({ offset, map: plainMap })) });

type Section = z.infer<typeof sectionedMap>["sections"][number];
/** A place in the chunk from which on the text comes from `source`. */
type Segment = { line: number; column: number; source: string | null };

/** So many of a chunk's sources are named. */
const named = 8;

/** What a built chunk is made of by its source map: names with their share, the largest first. */
export function chunkContents(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const map = mapOf(file, text);
  if (map === null) return ["no source map"];
  const lines = text.split("\n");
  const sizes = new Map<string, number>();
  const segments = readSegments(JSON.parse(readFileSync(map, "utf8")));
  for (const [place, { line, column, source }] of segments.entries()) {
    const next = segments[place + 1];
    const end = next?.line === line ? next.column : (lines[line]?.length ?? column);
    const group = groupOf(source);
    sizes.set(group, (sizes.get(group) ?? 0) + Math.max(0, end - column));
  }
  const all = lines.reduce((sum, line) => sum + line.length, 0);
  return [...sizes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, named)
    .map(([name, size]) => `${name} ${Math.round((100 * size) / all)} %`);
}

/** The map has a hash of its own in its name, which the chunk's last line tells. */
function mapOf(file: string, text: string): string | null {
  const [, name] = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(text) ?? [];
  const map = name === undefined ? null : path.join(path.dirname(file), decodeURIComponent(name));
  return map !== null && existsSync(map) ? map : null;
}

function readSegments(json: unknown): Segment[] {
  const sectioned = sectionedMap.safeParse(json);
  const whole = { offset: { line: 0, column: 0 }, map: plainMap.safeParse(json).data };
  const sections = sectioned.success ? sectioned.data.sections : whole.map ? [whole] : [];
  return sections.flatMap((section) => sectionSegments({ ...section, map: section.map ?? empty }));
}

const empty = { sources: [], mappings: "" };

/** Per line, segments of base-64 numbers: columns and sources are differences (ECMA-426). */
function sectionSegments({ offset: start, map }: Section): Segment[] {
  let sourceIndex = 0;
  return map.mappings.split(";").flatMap((line, lineNumber) => {
    let column = lineNumber === 0 ? start.column : 0;
    if (line === "") return [];
    return line.split(",").map((segment) => {
      const [columns = 0, sources] = readNumbers(segment);
      column += columns;
      sourceIndex += sources ?? 0;
      const source = sources === undefined ? null : (map.sources[sourceIndex] ?? null);
      return { line: start.line + lineNumber, column, source };
    });
  });
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Variable-length numbers: five bits a digit, the sixth says that more follow, the sign comes last. */
function readNumbers(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = digits.indexOf(character);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}

/** A package's name, with its folder for Next's own parts; of our sources the folder and file. */
function groupOf(source: string | null): string {
  if (source === null) return "(none)";
  const [, inPackage] = /.*node_modules\/(.+)/.exec(source) ?? [];
  if (inPackage === undefined) return source.split("/").slice(-2).join("/");
  const parts = inPackage.split("/");
  if (parts[0] === "next") return parts.slice(0, 5).join("/");
  return parts.slice(0, parts[0]?.startsWith("@") ? 2 : 1).join("/");
}
