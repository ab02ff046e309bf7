import type { DeckIndex } from "./types";

/** Where the part of one topic stands, by a name that holds its hash. */
export function partAddress({ parts }: Pick<DeckIndex, "parts">, topic: string): string {
  return `/deck-data/${topic}-${parts[topic]}.json`;
}
