import path from "node:path";
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
import { closeDatabase, type Database, openDatabase } from "#db/client";
import { readLog } from "#db/entries";
import { endSessions } from "#db/sessions";
import { findUserByEmail } from "#db/users";
import { readDeck } from "./deck";
import {
  type Learner,
  makeLearner,
  rowsAbout,
  startSession,
  storedStates,
  testZone,
  writeLog,
} from "./learner-log";

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
  rowsAbout: (learner: Learner) => Record<string, number>;
  /** The id of whoever has an e-mail address. */
  idOf: (email: string) => Promise<string>;
  /** Ends every session of a learner on the server, as somebody elsewhere may. */
  endSessionsOf: (learner: Learner) => Promise<void>;
};

type Complaints = {
  /** Fails the test on any error that a page of the context logs or throws. */
  hear: (context: BrowserContext) => Promise<void>;
  /** Errors that belong to the story, such as the browser's own about an answer of 401. */
  expect: (pattern: RegExp) => void;
};

export const test = base.extend<Fixtures, { deck: Deck; database: Database }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what is needed from the pattern
  deck: [async ({}, use) => use(readDeck()), { scope: "worker" }],
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const { DATA_DIR } = process.env;
      if (!DATA_DIR) throw new Error("DATA_DIR must name the data folder of the server under test");
      const database = openDatabase(path.join(DATA_DIR, "mooring.db"));
      await use(database);
      closeDatabase(database);
    },
    { scope: "worker" },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above
  complaints: async ({}, use) => {
    const heard: string[] = [];
    const expected: RegExp[] = [];
    await use({
      hear: (context) => hear(context, heard),
      expect: (pattern) => expected.push(pattern),
    });
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
    await use(({ id }) => writeTogether(database, [endSessions(database, id)]));
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
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      console.error(`The policy refused ${blockedURI} by ${violatedDirective}`),
    );
  });
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
  const rows = await page.evaluate(async (name) => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settle(indexedDB.open(name));
    const found = await settle(database.transaction("states").objectStore("states").getAll());
    database.close();
    return found as { card: string; state: CardState }[];
  }, `mooring-${id}`);
  return new Map(rows.map(({ card, state }) => [card, state]));
}

/**
 * Leaves the browser's store of a page's site no room, and waits until it refuses: Chromium goes by
 * the room it last found for half a minute. Gives what makes room again.
 */
export async function fillStore(page: Page): Promise<() => Promise<void>> {
  const { origin } = new URL(page.url());
  const browser = await page.context().newCDPSession(page);
  await browser.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  const refusal = expect.poll(() => page.evaluate(writeForTrial), { timeout: 45_000 });
  await refusal.toBe("QuotaExceededError");
  return async () => {
    await browser.send("Storage.overrideQuotaForOrigin", { origin });
  };
}

/** In the page: writes a little beside what the app keeps. Gives the error's name, null if none. */
function writeForTrial(): Promise<string | null> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("trial", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
    opening.onerror = () => resolve(opening.error?.name ?? "");
    opening.onsuccess = () => {
      const tx = opening.result.transaction("kept", "readwrite");
      tx.objectStore("kept").put(1, 1);
      const close = (outcome: string | null) => {
        opening.result.close();
        resolve(outcome);
      };
      tx.oncomplete = () => close(null);
      tx.onabort = () => close(tx.error?.name ?? "");
    };
  });
}
