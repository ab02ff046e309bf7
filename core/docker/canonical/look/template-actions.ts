import { inspectFields } from "#core/docker/tables/inspect-fields";
import { lookFields } from "#core/docker/tables/rare-table";
import { readAction } from "./template-action";
import type { Fault } from "./templates";

const functions = new Set(
  "json split join title lower upper pad truncate println print printf and or not len index slice eq ne lt le gt ge call html js urlquery if else end range with define template block break continue table".split(
    " ",
  ),
);

/** What a template is made of: the text before each action, the action without its braces. */
type Piece = { before: string; action: string };

/** A template taken apart at its braces; null for an action that is not closed. */
function takeApart(template: string): { pieces: Piece[]; rest: string } | null {
  const pieces: Piece[] = [];
  let from = 0;
  let trims = false;
  for (;;) {
    const open = template.indexOf("{{", from);
    const text = template.slice(from, open < 0 ? undefined : open);
    const before = trims ? text.trimStart() : text;
    if (open < 0) return { pieces, rest: before };
    const close = template.indexOf("}}", open + 2);
    if (close < 0) return null;
    const inner = template.slice(open + 2, close);
    // A dash with a space takes the spaces beside the action away.
    const [, left, action = "", right] = /^(-\s)?(.*?)(\s-)?$/s.exec(inner) ?? [];
    pieces.push({ before: left === undefined ? before : before.trimEnd(), action: action.trim() });
    trims = right !== undefined;
    from = close + 2;
  }
}

/** The template in one spelling: `{{.ID | upper}}` is `{{upper .ID}}`; `{{json .}}` the word json. */
function tidyActions(template: string): string {
  const apart = takeApart(template.trim());
  if (apart === null) return template.trim();
  const tidy = apart.pieces
    .filter(({ action }) => !action.startsWith("/*"))
    .map(({ before, action }) => `${before}{{${readAction(action) ?? action}}}`)
    .join("");
  const whole = (tidy + apart.rest).trim();
  return whole === "{{json .}}" ? "json" : whole;
}

/** What opens ends, and nothing else does. */
function blockFault(actions: readonly string[]): string | null {
  let depth = 0;
  for (const action of actions) {
    if (/^(?:if|range|with|block|define)\b/.test(action)) depth++;
    else if (depth === 0 && /^(?:end|else)\b/.test(action)) return `unexpected {{${action}}}`;
    else if (action === "end") depth--;
  }
  return depth > 0 ? "unexpected EOF" : null;
}

const fieldOf = /(?<=^|[\s(|])\.([A-Za-z_]\w*)(\.\w+)?[.\w]*/g;

/** How a client speaks of a template: at reading it, at using it, and of a field that is not there. */
type Speech = { parse: string; execute: string; lacks: (field: string) => string };

const evaluates = (field: string) => `can't evaluate field ${field}`;
const ofRows: Speech = {
  parse: "template parsing error",
  execute: "template parsing error",
  lacks: evaluates,
};
const ofContainers: Speech = {
  parse: "failed to parse template",
  execute: "failed to execute template",
  lacks: (field) => `${evaluates(field)} in type *formatter.ContainerContext`,
};
const ofInspect: Speech = { ...ofRows, lacks: (field) => `map has no entry for key "${field}"` };

/** What the client says to a template that cannot be read or asks for an unknown field. */
function actionFault(
  template: string,
  fields: ReadonlySet<string> | null,
  { parse, execute, lacks }: Speech,
): Fault | null {
  const apart = takeApart(template);
  if (apart === null) return { message: `${parse}: template: :1: unclosed action` };
  const actions = apart.pieces.map((piece) => piece.action);
  const unbalanced = blockFault(actions);
  if (unbalanced !== null) return { message: `${parse}: template: :1: ${unbalanced}` };
  const changesDot = actions.some((action) => /^(?:range|with)\b|\$/.test(action));
  for (const inner of actions) {
    const word = /^[A-Za-z]\w*/.exec(inner)?.[0];
    if (word !== undefined && !functions.has(word) && word !== "true" && word !== "false") {
      return { message: `${parse}: template: :1: function "${word}" not defined` };
    }
    if (fields === null || changesDot) continue;
    for (const [chain, field = "", inside] of inner.matchAll(fieldOf)) {
      const deep = inside !== undefined && fields.has(`${field}.`);
      if (!fields.has(field) || (deep && !fields.has(field + inside))) {
        // Of several fields Go points at the second.
        const column = template.indexOf(chain) + (inside === undefined ? 0 : field.length + 1);
        const lacking = fields.has(field) ? (inside ?? "").slice(1) : field;
        return {
          message: `${execute}: template: :1:${column}: executing "" at <${chain}>: ${lacks(lacking)}`,
        };
      }
    }
  }
  return null;
}

const rowFields: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  lookFields
    .trim()
    .split("\n")
    .map((line) => {
      const [verb = "", fields = ""] = line.split(";");
      return [verb, new Set(fields.split(" "))] as const;
    }),
);

/** Reads templates with actions. */
export const actionReader = {
  tidy: tidyActions,
  rowFault: (template: string, verb: string) =>
    actionFault(
      template,
      rowFields.get(verb) ?? null,
      verb === "container ls" ? ofContainers : ofRows,
    ),
  inspectFault: (template: string, kind: string) =>
    actionFault(template, inspectFields[kind] ?? null, ofInspect),
};
