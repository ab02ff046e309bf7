import type { Ctx } from "#core/engine/client/context";
import { readTemplate, TemplateTrouble } from "#core/engine/client/template";
import { refuseClient } from "#core/engine/client/words";

/** One object by a template or as the client lays it out. */
export function showObject(ctx: Ctx, value: Record<string, unknown>, usual: () => string): number {
  const format = ctx.text("format");
  if (format === undefined) ctx.out(usual());
  else if (format === "json") ctx.out(`${JSON.stringify(value)}\n`);
  else {
    try {
      const template = readTemplate(
        format.replace(/\\t/g, "\t").replace(/\\n/g, "\n"),
        (at, path, field) => {
          throw new TemplateTrouble(
            `template: :1:${at}: executing "" at <${path}>: can't evaluate field ${field} in type system.dockerInfo`,
          );
        },
      );
      ctx.out(`${template.run(value)}\n`);
    } catch (error) {
      if (!(error instanceof TemplateTrouble)) throw error;
      return refuseClient(error.message);
    }
  }
  return 0;
}
