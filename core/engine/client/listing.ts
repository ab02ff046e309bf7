import { table } from "./table";
import { readTemplate, TemplateTrouble } from "./template";
import { refuseClient } from "./words";

/** A listing: its columns by field with their heads, and what each row says. */
export type Listing = {
  /** Go's name of the row's type, for messages. */
  context: string;
  heads: Readonly<Record<string, string>>;
  /** Fields of the usual table, in order. */
  columns: readonly string[];
  rows: readonly Readonly<Record<string, unknown>>[];
};

const fieldNames = /\{\{[^}]*?\.(\w+)[^}]*\}\}/g;

function missing(context: string) {
  return (at: number, path: string, field: string): never =>
    refuseClient(
      `failed to execute template: template: :1:${at}: executing "" at <${path}>: can't evaluate field ${field} in type *formatter.${context}`,
    );
}

const unescaped = (format: string) =>
  format.replace(/\\t/g, "\t").replace(/\\n/g, "\n").replace(/\\"/g, '"');

/** A listing as asked for: the usual table, `table …`, JSON, or a template. */
export function showListing(listing: Listing, format: string | undefined): string {
  const { rows, heads, columns, context } = listing;
  if (format === undefined || format === "table") {
    const lines = rows.map((row) => columns.map((column) => String(row[column] ?? "")));
    return table([columns.map((column) => heads[column] ?? column), ...lines]);
  }
  if (format === "json" || format === "{{json .}}") {
    return rows.map((row) => `${JSON.stringify(sorted(row))}\n`).join("");
  }
  const isTable = /^table\s/.test(format);
  const source = unescaped(isTable ? format.replace(/^table\s/, "") : format);
  try {
    const template = readTemplate(source, missing(context));
    const lines = rows.map((row) => template.run(row));
    if (!isTable) return lines.map((line) => `${line}\n`).join("");
    const named = source.replace(fieldNames, (whole, field: string) => heads[field] ?? whole);
    const all = [named, ...lines].map((line) => line.split("\t"));
    return table(all);
  } catch (error) {
    if (!(error instanceof TemplateTrouble)) throw error;
    return refuseClient(`template parsing error: template: :1: ${error.message}`);
  }
}

const sorted = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
