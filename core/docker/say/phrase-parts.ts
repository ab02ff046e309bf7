import type { Json } from "#core/docker/types";
import { code, shortImage, valueWords } from "./words";

/** What an aspect asks for: with `$` for its value, or made of it. */
export type Phrase = string | ((value: Json, key: string) => string);

/** Images, as one writes them. */
export const images = (value: Json) =>
  (Array.isArray(value) ? value : [value]).map((one) => code(shortImage(String(one)))).join(", ");
/** "act on the container `web`", or of several. */
export const actOn = (noun: string, value: Json) =>
  `act on the ${noun}${list(value).length > 1 ? "s" : ""} ${valueWords(value)}`;
/** The fields of a value that has some. */
export const object = (value: Json): Readonly<Record<string, Json>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : {};
/** A value as one writes it. */
export const plain = (value: Json): string =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
/** The entries of a list, or the one value. */
export const list = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [value]);
