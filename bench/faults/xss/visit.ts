import type { BrowserContext } from "@playwright/test";
import { payloads } from "./payloads";

/** What was seen on all pages so far. */
export type Seen = {
  views: number;
  /** Payloads that could be read on a page. */
  shown: Set<string>;
  /** Addresses at which one ran, at which the policy had to forbid something, and that failed. */
  ran: string[];
  violations: string[];
  failed: string[];
};

/** Nothing yet. */
export function nothingSeen(): Seen {
  return { views: 0, shown: new Set(), ran: [], violations: [], failed: [] };
}

/** Counts what runs, and what the policy had to forbid: what is shown as text needs neither. */
export async function watch(context: BrowserContext, seen: Seen): Promise<void> {
  await context.exposeBinding("xssRan", ({ page }) => void seen.ran.push(page.url()));
  await context.exposeBinding("xssForbidden", ({ page }, what: string) => {
    seen.violations.push(`${page.url()}: ${what}`);
  });
  await context.addInitScript({
    content: `document.addEventListener("securitypolicyviolation", (event) =>
      xssForbidden(event.violatedDirective + " " + event.blockedURI));`,
  });
}

/** Opens a page, until nothing is fetched any more, and reads it. */
export async function visit(context: BrowserContext, address: string, seen: Seen): Promise<void> {
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    seen.ran.push(page.url());
    void dialog.dismiss();
  });
  const answer = await page.goto(address, { waitUntil: "networkidle" });
  if (!answer || answer.status() >= 500) seen.failed.push(`${address}: ${answer?.status()}`);
  // What is folded up counts, too; a page's scripts are no part of it.
  const main = page.getByRole("main");
  const text = (await main.count()) > 0 ? ((await main.textContent()) ?? "") : "";
  for (const payload of payloads) if (text.includes(payload)) seen.shown.add(payload);
  await page.close();
  seen.views += 1;
}
