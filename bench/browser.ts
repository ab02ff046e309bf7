import { type Browser, chromium } from "@playwright/test";
import { ensureBrowser } from "../scripts/ensure-browser.mjs";

/** Nothing but the server under measurement is asked for anything. */
const flags = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];

/** The browser that the stories run in. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await ensureBrowser();
  if (executablePath === null) throw new Error("There is no Chromium for the bench.");
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args: [...flags, ...sandbox] });
}
