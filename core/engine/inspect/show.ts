import type { Ctx } from "#core/engine/client/context";
import { readTemplate, TemplateTrouble } from "#core/engine/client/template";
import { refuseClient } from "#core/engine/client/words";

export type Found = Record<string, unknown> | null;

const indent = (value: unknown): string => JSON.stringify(value, null, 4);

/**
 * What `inspect` prints of several names: each by the template, or all as one JSON list. What was
 * not found is said after the rest.
 */
export function showInspected(
  ctx: Ctx,
  names: readonly string[],
  find: (name: string) => Found,
  missing: (name: string) => string,
): number {
  const format = ctx.text("format");
  const found: Record<string, unknown>[] = [];
  const troubles: string[] = [];
  for (const name of names) {
    const one = find(name);
    if (one === null) troubles.push(missing(name));
    else found.push(one);
  }
  const after = () => {
    for (const trouble of troubles) ctx.err(`${trouble}\n`);
    return troubles.length > 0 ? 1 : 0;
  };
  if (format === undefined || format === "json") {
    if (format === "json") ctx.out(`${JSON.stringify(found)}\n`);
    else ctx.out(found.length === 0 ? "[]\n" : `${indent(found)}\n`);
    return after();
  }
  let text = "";
  try {
    const template = readTemplate(
      format.replace(/\\t/g, "\t").replace(/\\n/g, "\n"),
      (at, path, field) => {
        throw new TemplateTrouble(
          `template: :1:${at}: executing "" at <${path}>: map has no entry for key "${field}"`,
        );
      },
    );
    for (const one of found) text += `${template.run(one)}\n`;
  } catch (error) {
    if (!(error instanceof TemplateTrouble)) throw error;
    ctx.out(`${text}\n`);
    const words = error.message.startsWith("template: ")
      ? error.message
      : `template: :1: ${error.message}`;
    return refuseClient(`template parsing error: ${words}`);
  }
  // With nothing found the client still ends its line.
  ctx.out(text === "" && troubles.length > 0 ? "\n" : text);
  return after();
}
