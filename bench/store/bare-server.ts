import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Review } from "#core/log/types";
import { openDatabase } from "#db/client";

/**
 * What storing a review costs with nothing around it: node:http and better-sqlite3, the app's own
 * tables and pragmas. It authorises by the cookie's hash, inserts the review and updates a state
 * row in one durable transaction; it checks nothing, grades nothing, schedules nothing.
 */
const client = openDatabase(process.env.BENCH_DATABASE ?? "").$client;

const findSession = client
  .prepare("select user_id from sessions where token_hash = ? and expires_at > ?")
  .pluck();

const addEntry = client.prepare(
  `insert into entries (learner, id, type, device, sequence, at, received_at, version, body_hash,
     card, card_version, deck_version, mode, quiz, study_day, utc_offset, answer, seed,
     verdict_shown, rating_sent, rating, duration)
   values (:learner, :id, 'review', :device, :sequence, :at, :now, :sequence, :id,
     :card, :cardVersion, :deckVersion, :mode, :quiz, :studyDay, :utcOffset, :answer, :seed,
     :verdict, :rating, :rating, :duration)`,
);

const putState = client.prepare(
  `insert into card_states (learner, card, phase, stability, difficulty, due, due_day, step, reps,
     lapses, last_review, last_day, utc_offset, missed, folded, version)
   values (:learner, :card, 'review', 1.5, 5.5, :at, :studyDay, 0, 1, 0, :at, :studyDay,
     :utcOffset, 0, 1, :sequence)
   on conflict do update set stability = stability * 1.5, due = excluded.due, reps = reps + 1,
     last_review = excluded.last_review, folded = folded + 1, version = excluded.version`,
);

type Sent = { entries: Review[] };

const store = client.transaction((learner: string, entries: readonly Review[]) => {
  const now = Date.now();
  for (const { answer, overruled: _, confidence: __, type: ___, ...review } of entries) {
    const row = { ...review, learner, now, answer: JSON.stringify(answer) };
    addEntry.run(row);
    putState.run(row);
  }
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "POST") return reply(response, 200, { ok: true });
  const token = /mooring\.session=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  const hash = createHash("sha256").update(token).digest("base64url");
  const learner = findSession.get(hash, Date.now());
  if (typeof learner !== "string") return reply(response, 401, { ok: false });
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { entries } = JSON.parse(Buffer.concat(chunks).toString()) as Sent;
  store.immediate(learner, entries);
  reply(response, 200, { results: entries.map(({ id }) => ({ id, status: "stored" })) });
}

function reply(response: ServerResponse, status: number, value: unknown): void {
  const text = JSON.stringify(value);
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
  response.writeHead(status, headers).end(text);
}

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    reply(response, 500, { ok: false });
  });
}).listen(Number(process.env.PORT), "127.0.0.1");
