import { AxeBuilder } from "@axe-core/playwright";
import {
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";
import type { Deck } from "#core/content/types";
import type { Entry } from "#core/log/types";
import type { CardState } from "#core/scheduling/types";
import { writeTogether } from "#db/batch";
import { closeDatabase, type Database } from "#db/client";
import { readLog } from "#db/entries";
import { endSessions } from "#db/sessions";
import { findUserByEmail } from "#db/users";
import { readDeck } from "./deck-file";
import { complainOfPolicy, isAlive, readStates } from "./in-page";
import {
  type Learner,
  makeLearner,
  rowsAbout,
  startSession,
  storedStates,
  testZone,
  writeLog,
} from "./learner-log";
import { requestGuard } from "./request-guard";
import { type Engine, openStored } from "./stored";

export { expect, type Locator, type Page };

type Fixtures = {
  complaints: Complaints;
  /** The page of another browser, with nothing in it. */
  elsewhere: Page;
  /** Makes an account, with a log if one is given; nobody is logged in. */
  account: (entries?: readonly Entry[]) => Promise<Learner>;
  /** Logs a learner in, in the browser of a page, without a form. */
  enter: (page: Page, learner: Learner) => Promise<void>;
  /** Makes an account and logs it in here. */
  login: (entries?: readonly Entry[]) => Promise<Learner>;
  /** The learner's log on the server, in no order. */
  logOf: (learner: Learner) => Promise<Entry[]>;
  statesOf: (learner: Learner) => ReturnType<typeof storedStates>;
  /** By table, the number of rows about a learner. */
  rowsAbout: (learner: Learner) => Promise<Record<string, number>>;
  /** The id of whoever has an e-mail address. */
  idOf: (email: string) => Promise<string>;
  /** Ends every session of a learner on the server, as somebody elsewhere may. */
  endSessionsOf: (learner: Learner) => Promise<void>;
};

type Complaints = {
  /**
   * Fails the test on any error that a page of the context logs or throws, and on whatever asks for
   * one address again and again.
   */
  hear: (context: BrowserContext) => Promise<void>;
  /** Errors that belong to the story, such as the browser's own about an answer of 401. */
  expect: (pattern: RegExp) => void;
};

type OfWorker = { deck: Deck; engine: Engine; database: Database };

export const test = base.extend<Fixtures, OfWorker>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what is needed from the pattern
  deck: [async ({}, use) => use(readDeck()), { scope: "worker" }],
  engine: ["sqlite", { option: true, scope: "worker" }],
  database: [
    async ({ engine }, use) => {
      const database = openStored(engine);
      await use(database);
      await closeDatabase(database);
    },
    { scope: "worker" },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above
  complaints: async ({}, use) => {
    const heard: string[] = [];
    const expected: RegExp[] = [];
    const requests = requestGuard();
    await use({
      hear: async (context) => {
        context.on("request", (request) => requests.note(request, Date.now()));
        await hear(context, heard);
      },
      expect: (pattern) => expected.push(pattern),
    });
    expect(requests.found(), "asked for more than ten times in a minute").toEqual([]);
    expect(heard.filter((one) => !expected.some((pattern) => pattern.test(one)))).toEqual([]);
  },
  timezoneId: testZone.name,
  context: async ({ context, complaints }, use) => {
    await complaints.hear(context);
    await use(context);
  },
  elsewhere: async ({ browser, complaints, contextOptions }, use) => {
    const context = await browser.newContext(contextOptions);
    await complaints.hear(context);
    await use(await context.newPage());
    await context.close();
  },

  account: async ({ database, deck }, use) => {
    await use(async (entries = []) => {
      const learner = await makeLearner(database);
      if (entries.length > 0) await writeLog(database, { learner, deck, entries });
      return learner;
    });
  },
  enter: async ({ database, baseURL }, use) => {
    await use(async (page, learner) => {
      const { origin, hostname } = new URL(baseURL ?? "");
      const { id, email } = learner;
      const cookie = { name: "mooring.session", value: await startSession(database, learner) };
      const where = { domain: hostname, path: "/", expires: -1 };
      await page.context().setStorageState({
        cookies: [{ ...cookie, ...where, httpOnly: true, secure: false, sameSite: "Lax" }],
        // Whose answers this browser keeps, as the app itself notes it.
        origins: [
          {
            origin,
            localStorage: [{ name: "mooring.account", value: JSON.stringify({ id, email }) }],
          },
        ],
      });
    });
  },
  login: async ({ page, account, enter }, use) => {
    await use(async (entries) => {
      const learner = await account(entries);
      await enter(page, learner);
      return learner;
    });
  },
  logOf: async ({ database }, use) => use((learner) => readLog(database, learner.id)),
  statesOf: async ({ database }, use) => use((learner) => storedStates(database, learner)),
  rowsAbout: async ({ database }, use) => use((learner) => rowsAbout(database, learner)),
  idOf: async ({ database }, use) => {
    await use(async (email) => {
      const user = await findUserByEmail(database, email);
      if (!user) throw new Error(`${email} has no account`);
      return user.id;
    });
  },
  endSessionsOf: async ({ database }, use) => {
    await use(async ({ id }) => {
      await writeTogether(database, [endSessions(database, id)]);
    });
  },
});

async function hear(context: BrowserContext, heard: string[]): Promise<void> {
  context.on("console", (message) => {
    if (message.type() === "error") heard.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (thrown) => {
    const error = thrown.error();
    heard.push(error.stack ?? error.message);
  });
  await context.addInitScript(complainOfPolicy);
  context.on("page", waitForLife);
}

/**
 * From here on a page that is opened or loaded again counts as loaded once the app is alive in it,
 * unless a story says itself what to wait for.
 */
function waitForLife(page: Page): void {
  const { goto, reload } = page;
  page.goto = async (url, options) => {
    const answer = await goto.call(page, url, options);
    if (!options?.waitUntil) await page.waitForFunction(isAlive);
    return answer;
  };
  page.reload = async (options) => {
    const answer = await reload.call(page, options);
    if (!options?.waitUntil) await page.waitForFunction(isAlive);
    return answer;
  };
}

/**
 * Fails on whatever axe finds on the page as it stands, in the light on a desk and in the dark on a
 * phone, and when the phone would have to scroll sideways.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const desk = page.viewportSize() ?? { width: 1280, height: 720 };
  await expectNoViolation(new AxeBuilder({ page }), page, "light");
  await page.setViewportSize({ width: 390, height: 844 });
  // axe is in the page still, and takes longer to put there than to run.
  await expectNoViolation(new AxeBuilder({ page, axeSource: ";" }), page, "dark");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${page.url()} at 390 px`).toBeLessThanOrEqual(390);
  await page.setViewportSize(desk);
}

/** As `expectAccessible`, and where the system chooses the colours, which only one rule can tell. */
export async function expectAccessibleInAnyColours(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.emulateMedia({ forcedColors: "active" });
  const axe = new AxeBuilder({ page, axeSource: ";" });
  await expectNoViolation(axe, page, "dark", { runOnly: ["color-contrast"] });
  await page.emulateMedia({ forcedColors: "none" });
}

async function expectNoViolation(
  axe: AxeBuilder,
  page: Page,
  colorScheme: "light" | "dark",
  only: { runOnly?: string[] } = {},
) {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  // The app has no frames, so axe needs no second page to gather their results on.
  const { violations } = await axe
    .options({ resultTypes: ["violations"], ...only })
    .setLegacyMode()
    .analyze();
  const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }));
  expect(found, `${page.url()} in ${colorScheme}`).toEqual([]);
}

/** The card states that the browser of a page keeps for a learner, by card. */
export async function localStates(page: Page, { id }: Learner): Promise<Map<string, CardState>> {
  const rows = await page.evaluate(readStates, `mooring-${id}`);
  return new Map(rows.map(({ card, state }) => [card, state]));
}
