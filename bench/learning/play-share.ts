import { deckCatalog } from "#server/base/catalog";
import { playAll, type Wish } from "./plans";

/** The learners that one process plays: every `step`-th from `first` on. */
export type Share = Wish & { first: number; step: number; learners: number };

// A process of its own, that its parent gives its share; each learner is told as it is played.
process.once("message", (share: Share) => {
  void play(share);
});

async function play({ first, step, learners, ...wish }: Share): Promise<void> {
  const { index } = await deckCatalog();
  for (let n = first; n < learners; n += step) process.send?.(playAll(index, n, wish));
  process.disconnect();
}
