import { expect, it } from "vitest";
import { closeDatabase, type Database } from "#db/client";
import { emptyPostgres, samplePostgres } from "#db/postgres/sample-postgres";
import { rowsOf } from "#db/samples/stored-rows";
import { removeAccount } from "#server/account/remove-account";
import { takeAttempt } from "#server/base/throttle";
import { now, rebuilt, review, send, start, storedOf, withUsers } from "./sample-sync";

/** An engine may isolate transactions more than is needed: then it makes some of them give way. */
it.each(["repeatable read", "serializable"])(
  "where transactions are %s, nothing is lost, doubled or let through that should not be",
  async (isolation) => {
    const { database, name } = await emptyPostgres();
    await withUsers(database);
    const options = `-c default_transaction_isolation=${isolation.replace(" ", "\\ ")}`;
    const processes = [samplePostgres(name, { options }), samplePostgres(name, { options })];
    const [one, other] = processes;
    if (!one || !other) throw new Error("There are two.");
    expect(await rowsOf(one, "show transaction_isolation")).toEqual([[isolation]]);

    const sent = Array.from({ length: 24 }, (_, n) =>
      review({ id: `r${n}`, card: `card-${n % 3}`, at: start + n * 60_000, sequence: n + 1 }),
    );
    // Of one learner a process does one thing at a time.
    const statuses: string[] = [];
    const sendAll = async (process: Database) => {
      for (const [n, entry] of sent.entries()) {
        const { results } = await send(process, [entry, sent[(n + 1) % 24]]);
        statuses.push(...results.map(({ status }) => status));
      }
    };
    await Promise.all(processes.map(sendAll));
    expect(statuses.filter((status) => status === "stored")).toHaveLength(24);
    expect(statuses.filter((status) => status === "replayed")).toHaveLength(72);
    expect(await storedOf(database)).toEqual(await rebuilt(database));

    const counted = [{ limit: "confirm-password", who: "ann" }] as const;
    const attempts = await Promise.all(
      sent.map((_, n) => takeAttempt(n % 2 ? one : other, { counted, now })),
    );
    expect(attempts.filter(({ allowed }) => allowed)).toHaveLength(5);

    const late = sent.map((entry, n) =>
      send(n % 2 ? one : other, [{ ...entry, id: `late-${n}` }]).catch(() => null),
    );
    await Promise.all([removeAccount(one, "ann"), ...late]);
    expect(await rowsOf(database, "select id from entries where learner = 'ann'")).toEqual([]);
    expect(await rowsOf(database, "select card from card_states where learner = 'ann'")).toEqual(
      [],
    );
    await Promise.all(processes.map(closeDatabase));
  },
);
