import { later } from "#core/docker/later";

export type Fault = { message: string };

/** What reads templates with actions, and knows the fields that these may ask for. */
type TemplateReader = {
  tidy: (template: string) => string;
  /** What the client says to a template that it cannot read, or that asks for an unknown field. */
  rowFault: (template: string, verb: string) => Fault | null;
  inspectFault: (template: string, kind: string) => Fault | null;
};

export const templateReader = later<TemplateReader>();

/** Words such as `table` and `json`, and text without an action, which is printed as it is. */
const isPlain = (template: string) => !template.includes("{{");

/** The template in one spelling: `{{.ID | upper}}` is `{{upper .ID}}`; `{{json .}}` the word json. */
export const tidyTemplate = (template: string): string =>
  isPlain(template) ? template.trim() : templateReader.get().tidy(template);

/** What is wrong with the template of a listing's rows. */
export const rowFault = (template: string, verb: string): Fault | null =>
  isPlain(template) ? null : templateReader.get().rowFault(template, verb);

/** What is wrong with the template of an inspect command. */
export const inspectFault = (template: string, kind: string): Fault | null =>
  isPlain(template) ? null : templateReader.get().inspectFault(template, kind);
