import pg from "pg";
import { asPostgresError, postgresCode } from "./postgres-error";

/** A statement with its values, as it is sent. */
export type Bound = { text: string; values: unknown[] };

/** Rows as lists of what the columns hold, and how many rows a statement changed. */
export type Result = { rows: unknown[][]; changed: number };

/** Sends statements together, one behind the other: none waits for the answer to another. */
export type Connection = { send: (statements: readonly Bound[]) => Promise<Result[]> };

export type Pool = {
  /** One statement, a transaction of its own. */
  send: (statement: Bound) => Promise<Result>;
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
      return await use({ send: (statements) => sendTogether(on, statements, nameOf) });
    } catch (error) {
      if (postgresCode(error) === "AWAY") lost.add(on);
      throw error;
    } finally {
      on.release(lost.has(on));
    }
  };
  return {
    hold,
    send: (statement) =>
      hold(async ({ send }) => {
        const [result] = await send([statement]);
        if (!result) throw new Error("A statement had no answer.");
        return result;
      }),
    end: () => pool.end(),
  };
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
): Promise<Result[]> {
  // All of them go out in one piece.
  const { stream } = on.connection;
  stream.cork();
  const sending = Promise.allSettled(
    statements.map(async ({ text, values }) => {
      const config = values.length > 0 ? { name: nameOf(text), text, values } : { text };
      const { rows, rowCount } = await on.query<unknown[]>({ ...config, rowMode: "array" });
      return { rows, changed: rowCount ?? 0 };
    }),
  );
  stream.uncork();
  const sent = await sending;
  return sent.map((one) => {
    if (one.status === "rejected") throw asPostgresError(one.reason);
    return one.value;
  });
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
