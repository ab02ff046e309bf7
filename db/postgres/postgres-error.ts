/**
 * Why PostgreSQL did not do what it was told. `code` is its own (an SQLSTATE), or `AWAY` where it
 * could not be reached, or went away before it answered. No values stand in it: `detail` and what else
 * the driver tells may hold an address or a hash.
 */
export class PostgresError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Whether the server said so itself: then it did not do it. */
    readonly isAnswer = false,
  ) {
    super(message);
    this.name = "PostgresError";
  }
}

/**
 * SQLSTATEs that say that this server or this connection ends, or that it takes no connections or no
 * writes now: shutting down, crashed, starting, unused for too long, too many connections, a standby.
 * 0A000 is what a standby says that is to read in a serializable transaction, and what a connection says
 * that knows a statement from before a table had another shape. Another connection does it.
 */
const ending = /^(?:57P0.|25P0[34]|53300|25006|0A000)$/;

/**
 * Whether the server did it is not known: class 08, connections, comes from a proxy that lost the server,
 * and 40003 says so itself.
 */
const nobodyKnows = /^(?:08...|40003)$/;

/** What the driver threw, as ours. What is no answer of the server's is that there was none. */
export function asPostgresError(thrown: unknown): PostgresError {
  if (thrown instanceof PostgresError) return thrown;
  const { message, code, severity } = described(thrown);
  if (severity === undefined || code === undefined) return new PostgresError("AWAY", message);
  const isAnswer = !nobodyKnows.test(code);
  const isAway = !isAnswer || ending.test(code);
  return new PostgresError(isAway ? "AWAY" : code, `${message} (${code})`, isAnswer);
}

const names = new Set(["PostgresError", "UnknownOutcome"]);

/** The code of an error of PostgreSQL's or of what caused it, or null. */
export function postgresCode(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    // By its name: pages and handlers may hold copies of the class.
    if (names.has(at.name) && "code" in at) return String(at.code);
  }
  return null;
}

function described(thrown: unknown): { message: string; code?: string; severity?: string } {
  if (!(thrown instanceof Error)) return { message: String(thrown) };
  const code = "code" in thrown && typeof thrown.code === "string" ? { code: thrown.code } : {};
  const isAnswer = "severity" in thrown && typeof thrown.severity === "string";
  const severity = isAnswer ? { severity: String(thrown.severity) } : {};
  return { message: thrown.message, ...code, ...severity };
}
