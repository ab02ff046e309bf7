import { z } from "zod";
import { shownValue } from "./problem";

/** The shapes of single fields, which entries of several kinds have. */

export const text = z.string().trim().min(1);

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const id = z.string().regex(kebab, {
  error: (issue) =>
    `"${shownValue(issue.input)}" is no id: small letters, digits and single hyphens.`,
});

/** The talk has 86 slides. */
export const slide = z.number().int().min(1).max(86);

const web = /^https:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/;
export const source = z.strictObject({
  title: text,
  url: z
    .string()
    .refine((address) => web.test(address) && URL.canParse(address), {
      error: (issue) => `"${shownValue(issue.input)}" is no https address.`,
    })
    .optional(),
});
