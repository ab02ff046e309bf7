import { afterFrame } from "./after-frame";
import { idle } from "./idle";

/** What this page was opened for and is still making. */
const making = new Set<Promise<unknown>>();

/** What can wait does so until this has settled: it is what the page was opened for. */
export function makeFirst(work: Promise<unknown>): void {
  making.add(work);
  const made = () => making.delete(work);
  work.then(made, made);
}

/** Resolves once the page is loaded, shows what it was opened for, and has nothing better to do. */
export async function firstShown(): Promise<void> {
  await loaded();
  while (making.size > 0) await Promise.allSettled(making);
  await afterFrame();
  await idle();
}

function loaded(): Promise<void> {
  if (document.readyState === "complete") return Promise.resolve();
  return new Promise((resolve) => window.addEventListener("load", () => resolve(), { once: true }));
}
