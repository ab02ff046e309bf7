import path from "node:path";
import type { BrowserContext } from "@playwright/test";
import type { Builds } from "#bench/app/app-copy";
import { startApp } from "#bench/app/server-process";
import { withBrowser } from "#bench/browser/browser";
import { atLeast, type Figure, none } from "#bench/figures/figure";
import { type Account, registerAccounts } from "#bench/learners/account";
import { deckCatalog } from "#server/base/catalog";
import { carriers, payloads } from "./payloads";
import { seedPayloads } from "./seed-payloads";
import { nothingSeen, type Seen, visit, watch } from "./visit";

/** Pages that show what was stored. */
const views = [
  ...["/", "/study", "/quiz", "/quiz/print", "/commands", "/deck", "/settings", "/progress"],
  ...["/account", "/login", "/register", "/forgot", "/link", "/offline", "/not-there"],
];
/** Names by which pages read their address. */
const asked = ["take", "topic", "concept", "style"];
/** Pages that wait for the network at the same time. */
const lanes = 6;

/** `control`: how many payloads ran on a page that puts text where markup is meant. */
type Looked = { control: number; stored: Seen; inAddresses: Seen };

/** Every payload in every field that takes a text, and in every address that is read, in Chromium. */
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

async function look(url: string, account: Account, quizzes: readonly string[]): Promise<Looked> {
  const [stored, inAddresses] = [nothingSeen(), nothingSeen()];
  let control = 0;
  await withBrowser(async (browser) => {
    control = await runsAsMarkup(await browser.newContext());
    const [name = "", value = ""] = account.cookie.split("=");
    const signedIn = await browser.newContext();
    await signedIn.addCookies([{ name, value, url }]);
    await watch(signedIn, stored);
    const pages = [...views, ...quizzes.map((quiz) => `/quiz?take=${quiz}`)];
    // The first visit fills the browser's store; what it holds is shown by the second.
    for (const page of ["/account", ...pages, ...pages]) await visit(signedIn, url + page, stored);
    const guest = await browser.newContext();
    await watch(guest, inAddresses);
    const addresses = payloads.flatMap(addressesWith);
    const inLane = async () => {
      for (let next = addresses.pop(); next; next = addresses.pop()) {
        await visit(guest, url + next, inAddresses);
      }
    };
    await Promise.all(Array.from({ length: lanes }, inLane));
  });
  return { control, stored, inAddresses };
}

/** A payload in the address of each page that reads its address; of the others, what is no ending. */
function addressesWith(payload: string, place: number): string[] {
  const query = new URLSearchParams(asked.map((key) => [key, payload]));
  const part = encodeURIComponent(payload);
  const reading = [`/study?${query}`, `/quiz?${query}`, `/quiz/print?${query}`];
  const others = views.filter((view) => !reading.some((one) => one.startsWith(`${view}?`)));
  return [
    ...[...reading, `/quiz#share=${part}`, `/link#${part}`, `/deck/${part}`],
    ...(place < carriers.length ? others.map((view) => `${view}?${query}#${part}`) : []),
  ];
}

/** How many run where text is put where markup is meant: that what runs is counted. */
async function runsAsMarkup(context: BrowserContext): Promise<number> {
  const seen = nothingSeen();
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

function figuresOf({ control, stored, inAddresses }: Looked): Figure[] {
  const all = (of: (seen: Seen) => readonly string[]) => [...of(stored), ...of(inAddresses)];
  const nothing = (name: string, found: readonly string[]): Figure => {
    for (const one of found.slice(0, 20)) console.log(`${name}: ${one}`);
    return { name, value: found.length, unit: "", goal: none(found.length) };
  };
  const { size } = stored.shown;
  return [
    { name: "payloads", value: payloads.length, unit: "" },
    {
      ...{ name: "payloads that run where text is taken for markup", value: control, unit: "" },
      goal: atLeast({ value: control, limit: 50, unit: "" }),
    },
    { name: "views of what is stored", value: stored.views, unit: "views" },
    {
      ...{ name: "stored payloads that can be read there", value: size, unit: "" },
      // A typed command is shown taken apart, with words between its parts.
      goal: atLeast({ value: size, limit: payloads.length / 3, unit: "" }),
    },
    { name: "views with one in the address", value: inAddresses.views, unit: "views" },
    nothing(
      "payloads that ran",
      all(({ ran }) => ran),
    ),
    nothing(
      "violations of the policy",
      all(({ violations }) => violations),
    ),
    nothing(
      "views that failed",
      all(({ failed }) => failed),
    ),
  ];
}
