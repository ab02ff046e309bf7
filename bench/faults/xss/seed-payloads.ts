import type { Account } from "#bench/learners/account";
import type { Card } from "#core/content/types";
import { payloads } from "./payloads";

type Seeding = { url: string; account: Account; cards: readonly Card[]; deckVersion: string };

const perQuiz = 10;
const device = "payloads";

/**
 * Stores each payload in every field of a log that takes a text: answers, plans of quizzes, settings,
 * reports and kinds that nobody knows. Gives the ids of the quizzes.
 */
export async function seedPayloads(seeding: Seeding): Promise<string[]> {
  const typed = seeding.cards.filter(
    ({ kind }) => kind === "text" || kind === "cloze" || kind === "command",
  );
  const at = Date.now() - 86_400_000;
  let sequence = 0;
  const place = () => {
    sequence += 1;
    return { id: `payload-${sequence}`, device, sequence, at: at + sequence };
  };
  const quizzes: string[] = [];
  const entries = payloads.flatMap((text, n) => {
    const quiz = `quiz-${Math.floor(n / perQuiz)}`;
    const first = n % perQuiz === 0;
    const cards = typed.slice(n - (n % perQuiz)).slice(0, perQuiz);
    if (first) quizzes.push(quiz);
    const card = typed[n % typed.length];
    if (!card) throw new Error("The deck has no card that is answered by typing.");
    const questions = cards.map(({ id }) => ({ card: id, seed: 1 }));
    const plan = { topics: [text.slice(0, 128)], questions, style: "practice" };
    return [
      ...(first ? [{ ...place(), type: "quiz", quiz, event: "start", plan }] : []),
      {
        ...{
          ...place(),
          type: "review",
          card: card.id,
          cardVersion: card.version,
          mode: "quiz",
          quiz,
        },
        ...{
          deckVersion: seeding.deckVersion,
          studyDay: Math.floor(at / 86_400_000),
          utcOffset: 0,
        },
        ...{ answer: { kind: card.kind, text }, seed: 1, verdict: "wrong", overruled: false },
        ...{ confidence: 3, rating: "again", duration: 1000 },
      },
      { ...place(), type: "setting", key: n % 2 ? "road" : "theme", value: text },
      {
        ...place(),
        type: "report",
        card: card.id,
        cardVersion: card.version,
        reason: "other",
        text,
      },
      { ...place(), type: "payload", note: text },
      ...(n % perQuiz === perQuiz - 1
        ? [{ ...place(), type: "quiz", quiz, event: "finish", plan: null }]
        : []),
    ];
  });
  for (let n = 0; n < entries.length; n += 200) await send(seeding, entries.slice(n, n + 200));
  return quizzes;
}

async function send({ url, account }: Seeding, entries: readonly unknown[]): Promise<void> {
  const response = await fetch(`${url}/api/sync`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: account.cookie, origin: url },
    body: JSON.stringify({ account: account.id, device, since: 0, entries }),
  });
  const answer = (await response.json()) as { results?: { status: string; reason?: string }[] };
  const refused = answer.results?.filter(({ status }) => status !== "stored") ?? [
    { status: "none" },
  ];
  if (refused.length > 0)
    throw new Error(`Payloads were not stored: ${JSON.stringify(refused[0])}`);
}
