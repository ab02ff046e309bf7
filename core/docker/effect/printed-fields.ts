import type { Json } from "#core/docker/types";

const field = /\{\{ *(?:json |println )? *(\.[\w.]+) *\}\}/g;

/**
 * The fields that a template prints: what stands between several, and their order, is up to whoever
 * types. The template itself where it does more than print them, prints one alone, or lets two of
 * them run together.
 */
export function printedFields(template: Json): Json {
  if (typeof template !== "string") return template;
  const rest = template.replaceAll(field, "");
  const runsTogether = template.includes("}}{{") && !template.includes("{{println ");
  if (runsTogether || rest.includes("{{") || /^table\b/.test(rest.trim())) return template;
  const fields = [...template.matchAll(field)].map(([, name = ""]) => name);
  return fields.length < 2 ? template : [...new Set(fields)].sort();
}
