import "server-only";

/** What one kind of requests may take of the server at once. */
export type LaneLimits = {
  /** Handled at the same time. */
  running: number;
  /** Waiting for that. */
  waiting: number;
  /** The longest wait, in milliseconds. */
  waitMs: number;
};

export type Limits = {
  /** Open connections. */
  connections: number;
  /** Requests of one connection that are not answered yet. */
  pipelined: number;
  /** The same of all connections, above which each may have one. */
  unanswered: number;
  /** Bytes that have come of all bodies that are on their way or wait for their turn, and how many. */
  bodyBytes: number;
  bodies: number;
  /** Bytes of all answers that were not taken yet, and how many answers. */
  unreadBytes: number;
  unreadAnswers: number;
  /** Milliseconds: for a request's head, for all of it, without any byte, between two requests. */
  headMs: number;
  requestMs: number;
  silentMs: number;
  idleMs: number;
  /** What is under way when the server stops has so long to end, in milliseconds. */
  stopMs: number;
  lanes: Record<LaneName, LaneLimits>;
};

/** `large` is for bodies that take the time and memory of many others. */
export type LaneName = "page" | "api" | "large" | "account";

/** One process, one core, some hundred megabytes: far above what a class room asks for at once. */
export const limits: Limits = {
  connections: 2_000,
  pipelined: 16,
  unanswered: 2_000,
  bodyBytes: 32_000_000,
  // Well below all connections: who only sends slowly leaves room for those who ask.
  bodies: 500,
  unreadBytes: 32_000_000,
  unreadAnswers: 256,
  headMs: 10_000,
  requestMs: 60_000,
  silentMs: 30_000,
  // Above the minute for which proxies commonly keep a connection.
  idleMs: 65_000,
  stopMs: 5_000,
  lanes: {
    page: { running: 4, waiting: 256, waitMs: 10_000 },
    api: { running: 16, waiting: 256, waitMs: 10_000 },
    large: { running: 2, waiting: 32, waitMs: 10_000 },
    // Hashing a password waits elsewhere, and takes its time.
    account: { running: 32, waiting: 256, waitMs: 15_000 },
  },
};
