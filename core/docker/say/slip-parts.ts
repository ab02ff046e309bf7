import type { Canonical, Json, Parsed } from "#core/docker/types";

/** A command as it was read, and what it means where it means something. */
export type Given = { parsed: Parsed; canonical: Canonical | null };
/** A slip's sentence, or null where it was not made. */
export type Slip = (given: Given, wanted: Canonical) => string | null;

/** An aspect's value, where it is there. */
export const value = (canonical: Canonical | null, name: string): Json | undefined =>
  canonical?.aspects.find((aspect) => aspect.name === name)?.value;
/** As value, of a text. */
export const text = (canonical: Canonical | null, name: string): string => {
  const found = value(canonical, name);
  return typeof found === "string" ? found : "";
};
/** As value, of a list. */
export const words = (canonical: Canonical | null, name: string): string[] => {
  const found = value(canonical, name);
  return Array.isArray(found) ? found.map(String) : [];
};
/** In the words of who refused it; empty where nobody did. */
export const refusal = ({ parsed, canonical }: Given): string =>
  canonical === null && parsed.kind === "refused" ? parsed.message : "";
