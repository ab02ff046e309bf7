import type { Database } from "./client";

/**
 * A statement that is built and compiled at its first use on a handle and kept as long as the
 * handle lives. On the hot paths this halves the time of a query (see docs/decisions/0001).
 */
export function prepareOnce<Statement>(
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
