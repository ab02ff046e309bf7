import { isAlias, isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument } from "yaml";
import type { ContentFile, Path, Problem } from "./problem";

/** A YAML file as plain values, with the line of each. */
export type YamlFile = {
  value: unknown;
  /** The line of the value at a path; of the nearest value around it where there is none. */
  lineAt: (path: Path) => number;
  problems: Problem[];
  /** True where the text is no YAML: then `value` is only what could be made out of it. */
  broken: boolean;
};

const hints: Partial<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'A text with a colon and a space in it needs quotes, or ">-" and a line of its own.',
  BAD_SCALAR_START: "A text that starts with such a character needs quotes.",
  UNEXPECTED_TOKEN:
    "A text that starts with a mark or a quote, or holds a colon and a space, needs quotes around all of it.",
  MISSING_CHAR: "A bracket, brace, quote or colon is missing, here or shortly before.",
  BAD_INDENT: "Indent with two spaces a level, and close every bracket and brace.",
  TAB_AS_INDENT: "Indent with spaces.",
  DUPLICATE_KEY: "Remove one of the two fields of this name.",
  TAG_RESOLVE_FAILED: 'A text that starts with "!" needs quotes.',
  MULTIPLE_DOCS: 'A file holds one document: remove the "---".',
};

/** Reads one YAML file; never throws. */
export function readYamlFile(file: ContentFile): YamlFile {
  const lines = new LineCounter();
  const doc = parseDocument(file.text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const problems: Problem[] = [...doc.errors, ...doc.warnings].map((error) => ({
    file: file.path,
    line: lineOf(error.pos[0]),
    message: `${error.message}.`,
    hint: hints[error.code],
  }));
  const report = (offset: number, message: string, hint: string) =>
    problems.push({ file: file.path, line: lineOf(offset), message, hint });
  return {
    value: toValue(doc.contents, report),
    lineAt: (path) => lineOf(offsetAt(doc.contents, path)),
    problems,
    broken: doc.errors.some((error) => error.code !== "DUPLICATE_KEY"),
  };
}

type Report = (offset: number, message: string, hint: string) => void;

function toValue(node: unknown, report: Report): unknown {
  if (isMap(node)) {
    // A map without a prototype: a field called "constructor" is only an unknown field.
    const value: Record<string, unknown> = Object.create(null);
    for (const pair of node.items) value[keyOf(pair)] = toValue(pair.value, report);
    return value;
  }
  if (isSeq(node)) return node.items.map((item) => toValue(item, report));
  if (isAlias(node)) {
    const message = `"*${node.source}" is read as a YAML alias.`;
    report(node.range?.[0] ?? 0, message, "A text that starts with an asterisk needs quotes.");
    return `*${node.source}`;
  }
  if (!isScalar(node)) return null;
  if (node.type === "PLAIN" && node.comment && !/^[\s#!-]/.test(node.comment)) {
    const message = `"#${node.comment}" is read as a comment and left out.`;
    report(node.range?.[0] ?? 0, message, "A text with a space and a # in it needs quotes.");
  }
  return node.value;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

function offsetAt(root: unknown, path: Path): number {
  let node = root;
  let offset = startOf(root) ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => keyOf(item) === String(step));
      if (pair === undefined) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  if (isMap(node) || isSeq(node) || isScalar(node) || isAlias(node)) return node.range?.[0];
  return undefined;
}
