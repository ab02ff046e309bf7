import { readdirSync } from "node:fs";
import path from "node:path";
import { dialects } from "#db/dialect";
import { everyStatement } from "#db/prepare-once";
import { Compiled, postgresBuilder } from "./compiled";

/** For tests: every statement that is sent to PostgreSQL, built with no server. */
export async function statementTexts(): Promise<string[]> {
  const inDb = readdirSync("db", { recursive: true, encoding: "utf8" });
  for (const file of inDb.filter((name) => /(?<!\.test)\.ts$/.test(name))) {
    if (!/sample|migrate|postgres/.test(file)) await import(path.resolve("db", file));
  }
  const nothing = () => Promise.reject(new Error("Nothing is sent."));
  const builder = postgresBuilder({
    ...{ send: nothing, hold: nothing, end: nothing },
    inOrder: (ask) => ask(),
  });
  return everyStatement.map((build) => {
    const built = build(builder, dialects.postgres).prepare();
    if (!(built instanceof Compiled)) throw new Error("A statement was not built by us.");
    return built.text;
  });
}
