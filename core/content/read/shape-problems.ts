import { z } from "zod";
import { didYouMean } from "./nearest";
import { type Path, shownValue, valueAt } from "./problem";

type Found = { path: Path; message: string; hint?: string };

/** Says what a shape found wrong in an author's words, one sentence an issue. */
export function shapeProblems(shape: z.ZodType, error: z.ZodError, value: unknown): Found[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== "symbol");
    const here = valueAt(value, path);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => unknownField(path, key, fieldsAt(shape, path)));
    }
    return { path, ...sentence(issue, here, nameOf(path)) };
  });
}

function unknownField(path: Path, key: string, known: string[]): Found {
  return {
    path: [...path, key],
    message: `"${key}" is no field of this.`,
    hint: didYouMean(key, known),
  };
}

function sentence(
  issue: z.core.$ZodIssue,
  here: unknown,
  name: string,
): { message: string; hint?: string } {
  if (here === undefined) return { message: `${name} is missing.` };
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, here, name);
    case "too_small":
      return tooFew(issue, here, name);
    case "too_big":
      return tooMany(issue, here, name);
    case "invalid_value":
      return {
        message: `${name} cannot be ${JSON.stringify(here)}.`,
        hint: didYouMean(shownValue(here), issue.values.map(String)),
      };
    default:
      return { message: issue.message };
  }
}

const typeNames: Partial<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list of two",
  object: "a group of fields",
};

function wrongType(expected: string, here: unknown, name: string) {
  if (here === null) return { message: `${name} is empty.` };
  const message = `${name} must be ${typeNames[expected] ?? expected}, not ${typeOf(here)}.`;
  if (expected === "string" && typeof here !== "object") {
    return { message, hint: `Put it in quotes: "${shownValue(here)}".` };
  }
  if (expected === "string") {
    return { message, hint: "A text with a colon and a space in it needs quotes." };
  }
  if (expected === "array") return { message, hint: "Write it in brackets, or each with a dash." };
  return { message };
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  const type = typeof value;
  return typeNames[type] ?? type;
}

type Bound<C extends "too_small" | "too_big"> = Extract<z.core.$ZodIssue, { code: C }>;

function tooFew(issue: Bound<"too_small">, here: unknown, name: string) {
  if (issue.origin === "string") return { message: `${name} is empty.` };
  if (!Array.isArray(here))
    return { message: `${name} is ${here}; the least is ${issue.minimum}.` };
  if (here.length === 0) return { message: `${name} is empty; it needs ${issue.minimum} or more.` };
  return { message: `${name} has ${here.length}; the least is ${issue.minimum}.` };
}

function tooMany(issue: Bound<"too_big">, here: unknown, name: string) {
  if (typeof here === "string") {
    return { message: `${name} has ${here.length} characters; the most is ${issue.maximum}.` };
  }
  if (!Array.isArray(here)) return { message: `${name} is ${here}; the most is ${issue.maximum}.` };
  return { message: `${name} has ${here.length}; the most is ${issue.maximum}.` };
}

/** The field's name, or which one of a list: "options", the 2nd. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "It";
  if (typeof last === "string") return `"${last}"`;
  return `Number ${last + 1} of "${String(path.at(-2) ?? "")}"`;
}

/** The fields that a shape knows at a path. */
function fieldsAt(shape: unknown, path: Path): string[] {
  let here = shape;
  for (const step of path) {
    if (here instanceof z.ZodOptional) here = here.unwrap();
    if (here instanceof z.ZodObject) here = here.shape[step];
    else if (here instanceof z.ZodArray) here = here.element;
    else return [];
  }
  if (here instanceof z.ZodOptional) here = here.unwrap();
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}
