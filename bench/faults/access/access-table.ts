import type { Ids } from "./people";

/** One request for an address. */
export type Ask = { path: string; body?: unknown; form?: string; headers?: Record<string, string> };

/** Any text, also one that is no well-formed one. */
export function inAddress(text: string): string {
  return new URLSearchParams({ "": text }).toString().slice(1);
}

const review = (id: string, { quiz, device }: Ids) => ({
  ...{ type: "review", id, device, sequence: 1, at: 1_700_000_000_000, card: "docker-ps" },
  ...{ cardVersion: "1", deckVersion: "1", mode: "quiz", quiz, studyDay: 19_675, utcOffset: 0 },
  ...{ answer: { kind: "recall" }, seed: 1, verdict: null, overruled: false, confidence: null },
  ...{ rating: "good", duration: 1000 },
});

const page = (path: string, ids: Ids): Ask[] => {
  const query = `?${new URLSearchParams({ id: ids.quiz, quiz: ids.quiz, account: ids.account })}`;
  return [{ path }, { path: path + query }, { path: path + query, headers: { rsc: "1" } }];
};

/**
 * For each address of the app, what is asked there of somebody's things. An address that the build
 * has and this has not fails a test.
 */
export const accessTable: Record<string, (ids: Ids) => Ask[]> = {
  "/": (ids) => page("/", ids),
  "/account": (ids) => page("/account", ids),
  "/commands": (ids) => page("/commands", ids),
  "/deck": (ids) => page("/deck", ids),
  "/deck/cards": (ids) => page("/deck/cards", ids),
  "/labs": (ids) => page("/labs", ids),
  "/labs/[lab]": (ids) => page(`/labs/${inAddress(ids.entry)}`, ids),
  "/deck/[topic]": (ids) => page(`/deck/${inAddress(ids.entry)}`, ids),
  "/deck-data/[file]": (ids) => page(`/deck-data/${inAddress(ids.entry)}`, ids),
  "/forgot": (ids) => page("/forgot", ids),
  "/link": (ids) => page("/link", ids),
  "/login": (ids) => page("/login", ids),
  "/offline": (ids) => page("/offline", ids),
  "/progress": (ids) => page("/progress", ids),
  "/quiz": (ids) => page("/quiz", ids),
  "/quiz/print": (ids) => page("/quiz/print", ids),
  "/register": (ids) => page("/register", ids),
  "/settings": (ids) => page("/settings", ids),
  "/study": (ids) => page("/study", ids),
  "/api/health": () => [{ path: "/api/health" }],
  "/api/account/export": (ids) => page("/api/account/export", ids),
  "/api/account/sessions": (ids) => [
    { path: "/api/account/sessions", body: { end: ids.session } },
    { path: "/api/account/sessions", body: { end: "one", session: ids.session } },
    { path: "/api/account/sessions", body: { end: "all", account: ids.account, ago: 0 } },
  ],
  "/api/account/link": (ids) => [
    { path: "/api/account/link", body: { token: ids.token, password: "quite another phrase" } },
  ],
  "/api/account/link-wish": (ids) => [
    { path: "/api/account/link-wish", body: { email: ids.email } },
  ],
  "/api/account/password": (ids) => [
    { path: "/api/account/password", body: { account: ids.account, next: "quite another phrase" } },
  ],
  "/api/account/delete": (ids) => [
    { path: "/api/account/delete", body: { account: ids.account, id: ids.account } },
  ],
  // That an address is taken is told where no mail is sent (docs/security.md): only data is looked for.
  "/api/account/register": () => [
    { path: "/api/account/register", body: { email: "", password: "" } },
  ],
  "/api/auth/[...nextauth]": (ids) => [
    { path: "/api/auth/session" },
    { path: "/api/auth/csrf" },
    { path: `/api/auth/session?account=${inAddress(ids.account)}` },
    {
      path: "/api/auth/callback/credentials",
      form: new URLSearchParams({ email: ids.email, password: "x" }).toString(),
    },
  ],
  "/api/exam": (ids) => [{ path: "/api/exam", body: { account: ids.account, quiz: ids.quiz } }],
  "/api/reports": () => [{ path: "/api/reports", body: {} }],
  "/api/sync": (ids) => [
    {
      path: "/api/sync",
      body: { account: ids.account, device: ids.device, since: 0, entries: [] },
    },
    {
      path: "/api/sync",
      body: { account: ids.asker, device: ids.device, since: 0, entries: [review(ids.entry, ids)] },
    },
    {
      path: "/api/sync",
      body: {
        ...{ account: ids.asker, device: ids.device, since: 0 },
        entries: [
          {
            ...{ type: "void", id: `take-back-${ids.nonce}`, device: ids.device, sequence: 2 },
            ...{ at: 1_700_000_000_001, target: ids.entry, card: "docker-ps" },
          },
        ],
      },
    },
  ],
  "/api/sync/compare": (ids) => [
    {
      path: "/api/sync/compare",
      body: { account: ids.account, cursor: 1, history: "", from: Date.now(), held: [] },
    },
  ],
};
