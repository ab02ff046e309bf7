import { plainText } from "#core/content/inline";

/** The text, or what of it has not been said before; `said` is added to. */
type Sayer = (text: string) => string;

/**
 * Says each sentence once: gives back what of a text has not been said yet, in whole sentences, and
 * remembers it. What is said before anything else is `said`.
 */
export function saidOnce(...said: readonly string[]): Sayer {
  const heard = new Set(said.flatMap(sentencesOf).map(asHeard));
  return (text) => {
    const fresh = sentencesOf(text).filter((sentence) => !heard.has(asHeard(sentence)));
    for (const sentence of fresh) heard.add(asHeard(sentence));
    return fresh.join(" ");
  };
}

/** A text's sentences, as they stand; a dot inside a word or a command ends none. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?]["')]?)\s+(?=["'(`*]?[\p{Lu}\p{N}`])/u).filter((one) => one !== "");
}

/** Marks, the first letter's case and the stop at the end make no other sentence. */
export function asHeard(sentence: string): string {
  const plain = plainText(sentence).replace(/[.!?:]+$/, "");
  return plain.charAt(0).toLowerCase() + plain.slice(1);
}
