import type { RunResult } from "better-sqlite3";
import type { Builder } from "./builder";
import type { Database } from "./client";
import { type Dialect, dialects } from "./dialect";
import type { Compiled } from "./postgres/compiled";
import type { Write } from "./write";

/** What a statement is given, by the names of its placeholders. */
type Values = Record<string, unknown>;

type Build = (builder: Builder, dialect: Dialect) => { prepare: () => unknown };

/** Every statement that there is: handles have no others. For the test of what engines must know. */
export const everyStatement: Build[] = [];

/** Given at once by an engine in the process, later by one that is elsewhere: to be awaited. */
type Awaitable<Given> = Given | Promise<Given>;

/** A statement that reads, compiled. */
export type Read<Row> = {
  all: (values?: Values) => Awaitable<Row[]>;
  get: (values?: Values) => Awaitable<Row | undefined>;
};

type ReadQuery<Row> = {
  prepare: () => { all: (values?: Values) => Row[]; get: (values?: Values) => Row | undefined };
};

/**
 * A statement that reads. It is built and compiled at its first use on a handle and kept as long as
 * the handle lives. On the hot paths this halves the time of a query (see docs/decisions/0001).
 */
export function prepareOnce<Row>(
  build: (builder: Builder, dialect: Dialect) => ReadQuery<Row>,
): (database: Database) => Read<Row> {
  everyStatement.push(build);
  return oncePerHandle(({ builder, engine }) => build(builder, dialects[engine]).prepare());
}

/**
 * Reads that are begun within one call, in that order: none sees less than those before it. They are
 * sent together where the engine is elsewhere.
 */
export function readInOrder<Given>(database: Database, ask: () => Given): Given {
  return database.engine === "postgres" ? database.pool.inOrder(ask) : ask();
}

type WriteQuery = { prepare: () => { run: (values?: Values) => RunResult } };

/** The same of a statement that writes: bound to its values, to be run with its batch. */
export function prepareWrite(
  build: (builder: Builder, dialect: Dialect) => WriteQuery,
): (database: Database, values?: Values, orThrow?: () => Error) => Write {
  everyStatement.push(build);
  const prepared = oncePerHandle(({ builder, engine }) =>
    build(builder, dialects[engine]).prepare(),
  );
  return (database, values, orThrow) => {
    const statement = prepared(database);
    if (database.engine === "sqlite") return new SqliteWrite(statement, values, orThrow);
    return { statement: asCompiled(statement).bind(values), orThrow };
  };
}

/**
 * What the builder of PostgreSQL prepares. Not told by its class: of that the server's bundles may hold
 * copies, and the handle is one for all of them.
 */
const asCompiled = (statement: object) => statement as Compiled;

/** A class, since a batch has hundreds of them, and closures take longer to make. */
class SqliteWrite {
  constructor(
    private readonly prepared: ReturnType<WriteQuery["prepare"]>,
    private readonly values: Values | undefined,
    readonly orThrow: (() => Error) | undefined,
  ) {}

  run(): number {
    return this.prepared.run(this.values).changes;
  }
}

function oncePerHandle<Statement extends object>(
  build: (database: Database) => Statement,
): (database: Database) => Statement {
  const prepared = new WeakMap<Database, Statement>();
  return (database) => {
    const known = prepared.get(database);
    if (known) return known;
    const statement = build(database);
    prepared.set(database, statement);
    return statement;
  };
}
