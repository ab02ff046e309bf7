import { saidOnce } from "./said-once";

/** What is said of each row of an answer, one after the other: nothing that was `said` before. */
export function whysInOrder(
  whys: readonly (string | undefined)[],
  said: readonly string[],
): string[] {
  const say = saidOnce(...said);
  return whys.map((why) => say(why ?? ""));
}
