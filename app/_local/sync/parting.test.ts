import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { unseenState } from "#core/log/fold-card";
import { reviewWith } from "#core/log/random-log";
import type { SyncRequest, SyncResponse } from "#core/log/sync-types";
import { deleteLocalDatabase } from "#local/browser/local-database";
import { sampleStorage } from "#local/browser/sample-storage";
import { currentLearner } from "#local/store/learner";
import { appendToLearner, closeLearner, openLearner, writesDone } from "#local/store/learner-store";
import type { DraftEntry } from "#local/store/local-log";
import { sendLast, sendParting } from "./parting";

const account = { id: "learner", email: "learner@example.com" };
/** What was sent, and what answers it. */
let sent: { body: string; keepalive: boolean | undefined; settle: (answer: Response) => void }[];

beforeEach(async () => {
  sent = [];
  vi.stubGlobal("localStorage", sampleStorage({ "mooring.account": JSON.stringify(account) }));
  vi.stubGlobal("fetch", (_path: string, { body, keepalive }: RequestInit) => {
    const answered = new Promise<Response>((settle) => {
      sent.push({ body: String(body), keepalive, settle });
    });
    return answered;
  });
  await openLearner();
});

afterEach(async () => {
  for (const { settle } of sent) settle(new Response("{}", { status: 503 }));
  await closeLearner();
  await deleteLocalDatabase(account.id);
  vi.unstubAllGlobals();
});

describe("a page that ends", () => {
  it("has begun to send before its handler returns", async () => {
    answer("one");
    await writesDone();
    sendParting();
    expect(idsOf(0)).toEqual(["one"]);
    expect(requestOf(0)).toMatchObject({ account: account.id, since: 0 });
    expect(sent[0]?.keepalive).toBe(true);
  });

  it("sends what the store has not taken yet, each in a place of its own", async () => {
    answer("one");
    await writesDone();
    answer("two");
    answer("three");
    sendParting();
    expect(idsOf(0)).toEqual(["one", "two", "three"]);
    const places = requestOf(0).entries.map(({ device, sequence }) => `${device} ${sequence}`);
    expect(new Set(places).size).toBe(3);
    for (const { sequence } of requestOf(0).entries) expect(sequence).toBeGreaterThan(0);
  });

  it("sends the same once, however often it is told to", async () => {
    answer("one");
    await writesDone();
    sendParting();
    sendParting();
    answer("two");
    sendParting();
    expect(sent.map((_, place) => idsOf(place))).toEqual([["one"], ["two"]]);
  });

  it("carries no more than browsers let outlive it, the rest stays unsent", async () => {
    const long = "ü".repeat(4_000);
    for (let n = 0; n < 20; n += 1) answer(`long-${n}`, long);
    await writesDone();
    sendParting();
    sendParting();
    const bytes = sent.map(({ body }) => new TextEncoder().encode(body).length);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(64 * 1024);
    expect(idsOf(0).length).toBeGreaterThan(3);
    expect(currentLearner()?.unsent).toBe(20);
  });

  it("has the service worker send the same, where one controls it", async () => {
    const handed: unknown[] = [];
    const controller = { postMessage: (message: unknown) => handed.push(message) };
    vi.stubGlobal("navigator", { serviceWorker: { controller } });
    answer("one");
    await writesDone();
    sendLast();
    expect(idsOf(0)).toEqual(["one"]);
    expect(handed).toEqual([{ type: "SEND", body: sent[0]?.body }]);
  });

  it("is not sent twice while it is only hidden", async () => {
    const postMessage = vi.fn();
    vi.stubGlobal("navigator", { serviceWorker: { controller: { postMessage } } });
    answer("one");
    await writesDone();
    sendParting();
    expect(sent).toHaveLength(1);
    expect(postMessage).not.toHaveBeenCalled();
  });

  it("has nothing to send where all was sent", () => {
    sendParting();
    expect(sent).toEqual([]);
  });
});

describe("a page that was only hidden", () => {
  it("takes in the answer", async () => {
    answer("one");
    await writesDone();
    sendParting();
    sent[0]?.settle(Response.json(stored("one")));
    await vi.waitFor(() => expect(currentLearner()?.unsent).toBe(0));
    answer("two");
    await writesDone();
    sendParting();
    expect(idsOf(1)).toEqual(["two"]);
    expect(requestOf(1).since).toBe(1);
  });

  it("sends again what did not arrive", async () => {
    answer("one");
    await writesDone();
    sendParting();
    sent[0]?.settle(new Response("<p>Busy</p>", { status: 503 }));
    await vi.waitFor(() => {
      sendParting();
      expect(sent).toHaveLength(2);
    });
    expect(idsOf(1)).toEqual(["one"]);
  });
});

const requestOf = (place: number): SyncRequest => JSON.parse(sent[place]?.body ?? "{}");
const idsOf = (place: number): string[] => requestOf(place).entries.map(({ id }) => id);

function answer(id: string, text = ""): void {
  const given = { kind: "text", text } as const;
  const { device: _, sequence: __, ...draft } = reviewWith({ id, card: id, answer: given });
  appendToLearner([draft as DraftEntry], [{ card: id, state: { ...unseenState, folded: 1 } }]);
}

function stored(id: string): Partial<SyncResponse> {
  return { cursor: 1, results: [{ id, status: "stored" }], states: [], entries: [], from: 0 };
}
