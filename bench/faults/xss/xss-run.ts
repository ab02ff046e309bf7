import path from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import type { Builds } from "#bench/app/app-copy";
import { startApp } from "#bench/app/server-process";
import { withBrowser } from "#bench/browser/browser";
import type { Figure } from "#bench/figures/figure";
import { type Account, registerAccounts } from "#bench/learners/account";
import { deckCatalog } from "#server/base/catalog";
import { payloads } from "./payloads";
import { seedPayloads } from "./seed-payloads";

/** Pages that show what was stored, or read their address. */
const views = [
  ...["/", "/study", "/quiz", "/quiz/print", "/commands", "/deck", "/settings", "/progress"],
  ...["/account", "/login", "/register", "/forgot", "/link", "/offline", "/not-there"],
];
/** Names that an address is read by. */
const asked = [
  "take",
  "topic",
  "topics",
  "concept",
  "style",
  "road",
  "card",
  "email",
  "callbackUrl",
];

/** `control`: how many payloads ran on a page that puts text where markup is meant. */
type Seen = { views: number; control: number; ran: string[]; violations: string[] };

/** Every payload in every field and every address, on every page, in Chromium. */
export async function xssRun({ app, scratch }: Builds): Promise<Figure[]> {
  const server = await startApp(app, path.join(scratch, "xss"));
  try {
    const [account] = await registerAccounts(server.url, 1);
    if (!account) throw new Error("There is no account.");
    const { deck } = await deckCatalog();
    const { cards, version: deckVersion } = deck;
    const quizzes = await seedPayloads({ url: server.url, account, cards, deckVersion });
    return figuresOf(await look(server.url, account, quizzes));
  } finally {
    await server.stop();
  }
}

async function look(url: string, account: Account, quizzes: readonly string[]): Promise<Seen> {
  const seen: Seen = { views: 0, control: 0, ran: [], violations: [] };
  await withBrowser(async (browser) => {
    seen.control = await runsAsMarkup(await browser.newContext());
    const [name = "", value = ""] = account.cookie.split("=");
    const signedIn = await browser.newContext();
    await signedIn.addCookies([{ name, value, url }]);
    await watch(signedIn, seen);
    const stored = [...views, ...quizzes.map((quiz) => `/quiz?take=${quiz}`)];
    // The first visit fills the browser's store; what it holds is shown by the second.
    for (const view of ["/account", ...stored, ...stored]) await visit(signedIn, url + view, seen);
    const guest = await browser.newContext();
    await watch(guest, seen);
    for (const payload of payloads) {
      const query = new URLSearchParams(asked.map((key) => [key, payload]));
      for (const view of views) {
        await visit(guest, `${url}${view}?${query}#${encodeURIComponent(payload)}`, seen);
      }
      await visit(guest, `${url}/quiz#share=${encodeURIComponent(payload)}`, seen);
      await visit(guest, `${url}/deck/${encodeURIComponent(payload)}`, seen);
    }
  });
  return seen;
}

/** That what runs would be counted. */
async function runsAsMarkup(context: BrowserContext): Promise<number> {
  const seen: Seen = { views: 0, control: 0, ran: [], violations: [] };
  await watch(context, seen);
  const page = await context.newPage();
  let count = 0;
  for (const payload of payloads) {
    const before = seen.ran.length;
    await page.setContent(`<p>${payload}</p>`, { waitUntil: "load" });
    if (seen.ran.length > before) count += 1;
  }
  await context.close();
  return count;
}

/** Counts what runs, and what the policy had to forbid: what is shown as text needs neither. */
async function watch(context: BrowserContext, seen: Seen): Promise<void> {
  await context.exposeBinding("xssRan", ({ page }) => void seen.ran.push(page.url()));
  await context.exposeBinding("xssForbidden", ({ page }, what: string) => {
    seen.violations.push(`${page.url()}: ${what}`);
  });
  await context.addInitScript({
    content: `document.addEventListener("securitypolicyviolation", (event) =>
      xssForbidden(event.violatedDirective + " " + event.blockedURI));`,
  });
}

async function visit(context: BrowserContext, address: string, seen: Seen): Promise<void> {
  const page: Page = await context.newPage();
  page.on("dialog", (dialog) => {
    seen.ran.push(page.url());
    void dialog.dismiss();
  });
  await page.goto(address, { waitUntil: "networkidle" });
  await page.close();
  seen.views += 1;
}

function figuresOf({ views: looked, control, ran, violations }: Seen): Figure[] {
  for (const one of [...ran, ...violations].slice(0, 20)) console.log(one);
  const none = (found: readonly string[]) => ({ words: "0", met: found.length === 0 });
  return [
    { name: "payloads", value: payloads.length, unit: "" },
    {
      ...{ name: "payloads that run where text is taken for markup", value: control, unit: "" },
      goal: { words: "> 50", met: control > 50 },
    },
    { name: "views with them", value: looked, unit: "views" },
    { name: "payloads that ran", value: ran.length, unit: "", goal: none(ran) },
    {
      name: "violations of the policy",
      value: violations.length,
      unit: "",
      goal: none(violations),
    },
  ];
}
