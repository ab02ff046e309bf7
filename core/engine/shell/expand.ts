import { listFolder, lookAt, type Place } from "#core/engine/files/file-system";
import { fullPath, globExpression, joined } from "#core/engine/files/paths";
import type { Piece, Thread, Word } from "#core/engine/process/types";
import type { Machine } from "#core/engine/state/machine";
import { calculate } from "./arithmetic";

/** What expanding needs: the process, where it runs, and how to run a substitution. */
export type Expander = {
  m: Machine;
  place: Place;
  thread: Thread;
  run: (script: string) => string;
};

/** A required value that is missing: the shell says so and ends. */
export class ExpansionTrouble extends Error {
  override name = "ExpansionTrouble";
}

/** A letter of an expanded word: whether it was quoted decides about splitting and patterns. */
type Letter = { x: string; q: boolean };

export function variable({ thread }: Expander, name: string): string | undefined {
  if (name === "?") return String(thread.status);
  if (name === "#") return String(thread.args.length);
  if (name === "$") return "1";
  if (name === "!") return thread.jobs.length > 0 ? String(6 + thread.jobs.length) : "";
  if (name === "0") return thread.name;
  if (name === "-") return "";
  if (name === "@" || name === "*")
    return thread.args.length > 0 ? thread.args.join(" ") : undefined;
  if (/^\d+$/.test(name)) return thread.args[Number(name) - 1];
  if (name === "PWD") return thread.cwd;
  return thread.vars[name];
}

function strip(value: string, op: string, pattern: string): string {
  const test = globExpression(pattern);
  const lengths = Array.from({ length: value.length + 1 }, (_, i) => i);
  const fromStart = op.startsWith("#");
  const longest = op.length === 2;
  const parts = fromStart
    ? lengths.map((n) => [value.slice(0, n), value.slice(n)] as const)
    : lengths.map(
        (n) => [value.slice(value.length - n), value.slice(0, value.length - n)] as const,
      );
  const matching = parts.filter(
    ([part]) =>
      test.test(part) || new RegExp(test.source.replaceAll("[^/]*", ".*"), "s").test(part),
  );
  const chosen = longest ? matching.at(-1) : matching[0];
  return chosen?.[1] ?? value;
}

function replaced(value: string, op: string, arg: string): string {
  const slash = arg.indexOf("/");
  const pattern = slash < 0 ? arg : arg.slice(0, slash);
  const by = slash < 0 ? "" : arg.slice(slash + 1);
  if (pattern === "") return value;
  const source = globExpression(pattern).source.slice(1, -1).replaceAll("[^/]*", ".*");
  return value.replace(new RegExp(source, op === "//" ? "gs" : "s"), () => by);
}

function withOperator(x: Expander, piece: Piece & { k: "v" }, value: string | undefined): string {
  const { op = "", arg = [], n } = piece;
  const text = () => expandText(x, arg);
  const isSet = op.startsWith(":") ? value !== undefined && value !== "" : value !== undefined;
  switch (op.replace(/^:(?=.)/, "")) {
    case "length":
      return String((value ?? "").length);
    case "-":
      return isSet ? (value ?? "") : text();
    case "+":
      return isSet ? text() : "";
    case "=":
      if (!isSet) x.thread.vars[n] = text();
      return x.thread.vars[n] ?? value ?? "";
    case "?": {
      if (isSet) return value ?? "";
      throw new ExpansionTrouble(`${n}: ${text() || "parameter not set"}`);
    }
    case ":": {
      const [from = "0", count] = text().split(":");
      const rest = (value ?? "").slice(Number(from));
      return count === undefined ? rest : rest.slice(0, Number(count));
    }
    case "/":
    case "//":
      return replaced(value ?? "", op, text());
    case "":
      return value ?? "";
    default:
      return strip(value ?? "", op, text());
  }
}

const lettersOf = (text: string, q: boolean): Letter[] => [...text].map((x) => ({ x, q }));

function pieceText(x: Expander, piece: Piece): string {
  switch (piece.k) {
    case "s":
      return piece.x;
    case "v":
      return withOperator(x, piece, variable(x, piece.n));
    case "c":
      return x.run(piece.x).replace(/\n+$/, "");
    case "a":
      return String(
        calculate(
          expandText(x, [{ k: "s", x: piece.x, q: true }]).replace(/\$(\w+)/g, "$1"),
          (name) => variable(x, name) ?? "",
        ),
      );
  }
}

/** A word as one text, without splitting or patterns. */
export const expandText = (x: Expander, word: Word): string =>
  word.map((piece) => pieceText(x, piece)).join("");

/** A word as a pattern: quoted signs stand for themselves. */
export const expandPattern = (x: Expander, word: Word): string =>
  word
    .map((piece) => {
      const text = pieceText(x, piece);
      return piece.q ? text.replace(/[*?[\\]/g, "\\$&") : text;
    })
    .join("");

/** The fields that a word becomes: split at blanks, patterns replaced by the files they fit. */
export function expandWord(x: Expander, word: Word): string[] {
  const fields: Letter[][] = [];
  let current: Letter[] | null = null;
  const close = () => {
    if (current !== null) fields.push(current);
    current = null;
  };
  word.forEach((piece, index) => {
    if (piece.k === "v" && piece.n === "@" && piece.q && piece.op === undefined) {
      x.thread.args.forEach((arg, i) => {
        if (i > 0) close();
        current = [...(current ?? []), ...lettersOf(arg, true)];
      });
      return;
    }
    const expanded = pieceText(x, piece);
    const text =
      index === 0 && piece.k === "s" && !piece.q
        ? expanded.replace(/^~(?=\/|$)/, () => x.thread.vars.HOME ?? "~")
        : expanded;
    if (piece.q || piece.k === "s") {
      current = [...(current ?? []), ...lettersOf(text, piece.q)];
      return;
    }
    for (const letter of text) {
      if (letter === " " || letter === "\t" || letter === "\n") close();
      else current = [...(current ?? []), { x: letter, q: false }];
    }
  });
  close();
  return fields.flatMap((field) => matchFiles(x, field));
}

function matchFiles(x: Expander, field: readonly Letter[]): string[] {
  const plain = field.map((letter) => letter.x).join("");
  if (!field.some((letter) => !letter.q && /[*?[]/.test(letter.x))) return [plain];
  const pattern = field
    .map((letter) => (letter.q ? letter.x.replace(/[*?[\\]/g, "\\$&") : letter.x))
    .join("");
  const found = filesLike(x, pattern);
  return found.length > 0 ? found : [plain];
}

function filesLike({ m, place, thread }: Expander, pattern: string): string[] {
  const absolute = pattern.startsWith("/");
  let found = [absolute ? "/" : ""];
  for (const part of pattern.split("/").filter((one) => one !== "")) {
    const test = globExpression(part);
    found = found.flatMap((base) => {
      const folder = fullPath(base === "" ? "." : base, thread.cwd);
      if (!/[*?[]/.test(part)) {
        const path = joined(folder, part.replace(/\\(.)/g, "$1"));
        return lookAt(m, place, path) === null ? [] : [base === "" ? part : joined(base, part)];
      }
      return listFolder(m, place, folder)
        .filter((name) => test.test(name) && (part.startsWith(".") || !name.startsWith(".")))
        .map((name) => (base === "" ? name : joined(base, name)));
    });
  }
  return found.sort();
}
