import { z } from "zod";
import { reasons } from "#core/content/proof";
import { id, source, text } from "./field-shapes";

/** By what it is known that a terminal shows just this; which of them is asked for is a rule. */
export const proofFields = {
  recorded: z
    .strictObject({
      session: id,
      engine: text.optional(),
      compose: text.optional(),
      system: text.optional(),
    })
    .optional(),
  documented: z
    .strictObject({ reason: z.enum(reasons), source: source.required({ url: true }) })
    .optional(),
  later: z.strictObject({ since: text, text, sources: z.array(source).min(1) }).optional(),
};

export type AuthoredProof = { [K in keyof typeof proofFields]?: z.infer<(typeof proofFields)[K]> };
