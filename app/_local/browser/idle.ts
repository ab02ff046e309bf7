/** Where the browser does not tell when it is idle, milliseconds after the last work. */
const quiet = 50;

/**
 * Resolves when the browser has nothing better to do, never between a key and its frame; with
 * `latest` after so many milliseconds all the same.
 */
export function idle(latest?: number): Promise<void> {
  const within = latest === undefined ? {} : { timeout: latest };
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve(), within);
    else setTimeout(resolve, quiet);
  });
}
