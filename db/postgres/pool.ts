import pg from "pg";
import { asPostgresError, postgresCode } from "./postgres-error";

/**
 * A statement with its values, as it is sent. `answerMs` is how long its answer is waited for where that
 * is not what the pool is set to.
 */
export type Bound = { text: string; values: unknown[]; answerMs?: number };

/** Rows as lists of what the columns hold, and how many rows a statement changed. */
export type Result = { rows: unknown[][]; changed: number };

/** Sends statements together, one behind the other: none waits for the answer to another. */
export type Connection = {
  /** As parts of one whole: throws what the first that failed says. */
  send: (statements: readonly Bound[]) => Promise<Result[]>;
  /** Each by itself, a transaction of its own. */
  sendEach: (statements: readonly Bound[]) => Promise<PromiseSettledResult<Result>[]>;
};

export type Pool = {
  /** One statement that may run twice, a transaction of its own. */
  send: (statement: Bound) => Promise<Result>;
  /**
   * What is sent within one call goes out in that order on one connection: each sees at least what
   * those before it saw.
   */
  inOrder: <Given>(ask: () => Given) => Given;
  /** A connection that nobody else uses meanwhile. */
  hold: <Given>(use: (connection: Connection) => Promise<Given>) => Promise<Given>;
  end: () => Promise<void>;
};

export type PoolSettings = pg.ClientConfig & {
  /** Connections at most. */
  most: number;
  /** Milliseconds to wait for a connection, and for the answer to a statement. */
  connectMs: number;
  answerMs: number;
};

/** Types of columns that are read as numbers: int8, int4, float8, and numeric, which a sum is. */
const numbers = new Set<number>([20, 23, 701, 1700]);

/** All else stays as it is sent, which is text. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number) => (numbers.has(oid) ? Number : (text: string) => text),
};

/** Connections to PostgreSQL, so many at most, each made when it is needed. Throws PostgresError. */
export function openPool({ most, connectMs, answerMs, ...client }: PoolSettings): Pool {
  const config = { connectionTimeoutMillis: connectMs, query_timeout: answerMs, types };
  const pool = new pg.Pool({
    ...{ ...client, ...config, max: most, pipeline: true, keepAlive: true },
    ...{ idleTimeoutMillis: 60_000, allowExitOnIdle: true },
  });
  // A connection that is lost says so at any time, also once it has left the pool: without a listener
  // that would end the process.
  const lost = new WeakSet<object>();
  pool.on("connect", (client) => client.on("error", () => lost.add(client)));
  pool.on("error", () => undefined);
  const nameOf = namesOfTexts();
  const hold: Pool["hold"] = async (use) => {
    const on = await connect(pool);
    try {
      const sendEach: Connection["sendEach"] = async (statements) => {
        const sent = await sendTogether(on, statements, nameOf);
        if (sent.some(isAway)) lost.add(on);
        return sent;
      };
      const send: Connection["send"] = async (statements) =>
        (await sendEach(statements)).map(answerOf);
      return await use({ send, sendEach });
    } finally {
      on.release(lost.has(on));
    }
  };
  return { hold, ...gathering(sendingAgain(hold)), end: () => pool.end() };
}

type SendAll = (statements: readonly Bound[]) => Promise<PromiseSettledResult<Result>[]>;

/** Before a statement is sent again, milliseconds. */
const pauses = [10, 50];
/** One that was lost later than this was lost to more than a connection that nobody had used for a while. */
const soon = 1_000;

/**
 * Statements that were lost at once are sent again: connections that were not used may have ended with
 * a server that another one replaced since. They read, or may run twice.
 */
function sendingAgain(hold: Pool["hold"]): SendAll {
  return async (statements) => {
    const begun = performance.now();
    for (let tries = 0; ; tries += 1) {
      const sent = await hold(({ sendEach }) => sendEach(statements)).catch(
        (reason: unknown): PromiseSettledResult<Result>[] =>
          statements.map(() => ({ status: "rejected", reason })),
      );
      const pause = pauses[tries];
      const isLate = performance.now() - begun > soon;
      if (pause === undefined || isLate || !sent.some(isAway)) return sent;
      await new Promise((next) => setTimeout(next, pause));
    }
  };
}

/** Statements that go out together at most: none is to wait for many that take long. */
const mostTogether = 4;

type Waiting = { statement: Bound; done: (sent: Promise<Result>) => void };

/** What is asked for at the same moment goes out on one connection, each with an answer of its own. */
function gathering(sendAll: SendAll): Pick<Pool, "send" | "inOrder"> {
  let waiting: Waiting[] = [];
  let ordered: Waiting[] | null = null;
  const answerAll = async (some: readonly Waiting[]) => {
    const sent = sendAll(some.map(({ statement }) => statement));
    for (const [place, { done }] of some.entries()) {
      done(sent.then((results) => answerOf(results[place])));
    }
  };
  const sendWaiting = () => {
    const all = waiting;
    waiting = [];
    for (let at = 0; at < all.length; at += mostTogether) {
      void answerAll(all.slice(at, at + mostTogether));
    }
  };
  const send: Pool["send"] = (statement) =>
    new Promise((done) => {
      const one = { statement, done };
      if (ordered) return void ordered.push(one);
      waiting.push(one);
      if (waiting.length === 1) queueMicrotask(sendWaiting);
    });
  const inOrder: Pool["inOrder"] = (ask) => {
    const own: Waiting[] = [];
    ordered = own;
    try {
      return ask();
    } finally {
      ordered = null;
      if (own.length > 0) void answerAll(own);
    }
  };
  return { send, inOrder };
}

const isAway = (sent: PromiseSettledResult<Result>) =>
  sent.status === "rejected" && postgresCode(sent.reason) === "AWAY";

function answerOf(result: PromiseSettledResult<Result> | undefined): Result {
  if (result?.status === "fulfilled") return result.value;
  throw result?.reason ?? new Error("A statement had no answer.");
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw asPostgresError(error);
  }
}

/** Waits for all answers: once one statement has failed, those behind it fail for that alone. */
async function sendTogether(
  on: pg.PoolClient,
  statements: readonly Bound[],
  nameOf: (text: string) => string,
): Promise<PromiseSettledResult<Result>[]> {
  // All of them go out in one piece.
  const { stream } = on.connection;
  stream.cork();
  const sending = Promise.allSettled(
    statements.map(async ({ text, values, answerMs }) => {
      const named = values.length > 0 ? { name: nameOf(text), text, values } : { text };
      const config = answerMs === undefined ? named : { ...named, query_timeout: answerMs };
      try {
        const { rows, rowCount } = await on.query<unknown[]>({ ...config, rowMode: "array" });
        return { rows, changed: rowCount ?? 0 };
      } catch (error) {
        throw asPostgresError(error);
      }
    }),
  );
  stream.uncork();
  return sending;
}

/** A name for each text, under which a connection keeps it parsed. */
function namesOfTexts(): (text: string) => string {
  const names = new Map<string, string>();
  return (text) => {
    const name = names.get(text) ?? `m${names.size}`;
    names.set(text, name);
    return name;
  };
}
