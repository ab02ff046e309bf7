import { type Browser, type BrowserContextOptions, chromium, type Page } from "@playwright/test";

/** Nothing but the servers under measurement is ever asked for anything. */
const closedNetwork = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];

/** Runs a task in the browser that `npm run bench` found. */
export async function withBrowser<T>(task: (browser: Browser) => Promise<T>): Promise<T> {
  // Chromium refuses to be sandboxed as root.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({
    executablePath: process.env.MOORING_CHROMIUM,
    args: [...closedNetwork, ...sandbox],
  });
  try {
    return await task(browser);
  } finally {
    await browser.close();
  }
}

/** A page of a visitor who was never here: nothing stored, nothing cached. */
export async function newVisitor(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  // What compiles these files puts calls to it into the functions that are sent into the page.
  await context.addInitScript({ content: "globalThis.__name = (named) => named;" });
  return context.newPage();
}
