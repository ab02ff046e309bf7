import { readFileSync } from "node:fs";
import path from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { describe, expect, it } from "vitest";
import { migrationsFolder } from "./memory-database";

/**
 * A version runs on the schema of a later one and starts again on it, so that two can serve at once
 * (docs/decisions/0064). So a migration only adds, and nothing that an earlier version's statements
 * would stumble over.
 */

/** Made before that was promised: they took indexes, a table and columns away. */
const before = 9;

const ofPostgres = path.join(import.meta.dirname, "postgres", "migrations");

type Migration = { tag: string; statements: string[] };

function migrationsIn(folder: string): Migration[] {
  const { entries } = JSON.parse(readFileSync(path.join(folder, "meta/_journal.json"), "utf8"));
  const read = readMigrationFiles({ migrationsFolder: folder });
  return read.map(({ sql }, place) => ({ tag: entries[place].tag, statements: sql }));
}

/** What a statement may be; a name is what stands in quotes of either engine. */
const name = '[`"](\\w+)[`"]';
const table = new RegExp(`^CREATE TABLE (?:IF NOT EXISTS )?${name} \\(`);
const plainIndex = new RegExp(`^CREATE INDEX (?:IF NOT EXISTS )?${name} ON ${name} `);
const column = new RegExp(
  `^ALTER TABLE ${name} ADD (?:COLUMN (?:IF NOT EXISTS )?)?${name} (text(?: collate "C")?|integer|real|bigint|double precision)( DEFAULT \\S+)?( NOT NULL)?$`,
);
const filled = new RegExp(`^UPDATE ${name} SET ${name} = `);

/** What is wrong with the statements of one migration. */
function wrongIn(statements: readonly string[]): string[] {
  const added = new Set<string>();
  return statements.filter((whole) => {
    const statement = whole.trim().replace(/;$/, "");
    if (statement.includes(";")) return true;
    if (table.test(statement) || plainIndex.test(statement)) return false;
    const [, of = "", what = "", , byDefault, notNull] = column.exec(statement) ?? [];
    if (what !== "") {
      added.add(`${of}.${what}`);
      return notNull !== undefined && byDefault === undefined;
    }
    // Only what came with it, so that no earlier version finds other values than it wrote.
    const [, filledIn = "", fill = ""] = filled.exec(statement) ?? [];
    const sets = statement.slice(0, statement.search(/ WHERE |$/)).match(/ = /g)?.length;
    return !(added.has(`${filledIn}.${fill}`) && sets === 1);
  });
}

describe("migrations only add", () => {
  it("those of SQLite since two versions may serve at once, and all of PostgreSQL", () => {
    const sqlite = migrationsIn(migrationsFolder).slice(before);
    const postgres = migrationsIn(ofPostgres);
    expect(sqlite[0]?.tag).toBe("0009_unread");
    expect(postgres[0]?.tag).toBe("0000_start");
    for (const { tag, statements } of [...sqlite, ...postgres]) {
      expect([tag, wrongIn(statements)]).toEqual([tag, []]);
    }
  });

  it("and what would take away, or make an earlier version's writes fail, is told", () => {
    const wrong = [
      "DROP TABLE `a`",
      "DROP INDEX `a`",
      'DROP INDEX IF EXISTS "a"',
      "ALTER TABLE `a` DROP COLUMN `b`",
      "ALTER TABLE `a` RENAME TO `b`",
      "ALTER TABLE `a` RENAME COLUMN `b` TO `c`",
      'ALTER TABLE "a" ALTER COLUMN "b" SET DATA TYPE bigint',
      'ALTER TABLE "a" ALTER COLUMN "b" SET NOT NULL',
      "ALTER TABLE `a` ADD `b` text NOT NULL",
      'ALTER TABLE "a" ADD COLUMN IF NOT EXISTS "b" bigint NOT NULL',
      "ALTER TABLE `a` ADD `b` text REFERENCES c(d)",
      "ALTER TABLE `a` ADD `b` text UNIQUE",
      'ALTER TABLE "a" ADD CONSTRAINT "c" CHECK (b > 1)',
      "CREATE UNIQUE INDEX `a` ON `b` (`c`)",
      "CREATE TRIGGER a AFTER INSERT ON b BEGIN SELECT 1; END",
      "CREATE INDEX `a` ON `b` (`c`); DROP TABLE b",
      "UPDATE `a` SET `b` = 1",
      "DELETE FROM `a`",
      "INSERT INTO `a` VALUES (1)",
      "PRAGMA foreign_keys=OFF",
    ];
    expect(wrong.filter((statement) => wrongIn([statement]).length === 0)).toEqual([]);
    const added = "ALTER TABLE `a` ADD `b` integer";
    expect(wrongIn([added, "UPDATE `a` SET `b` = 1, `c` = 2"])).toHaveLength(1);
    const right = [
      ...[added, "UPDATE `a` SET `b` = 1 WHERE `c` = 2"],
      "ALTER TABLE `a` ADD `d` integer DEFAULT 0 NOT NULL",
      'ALTER TABLE "a" ADD COLUMN IF NOT EXISTS "e" text collate "C"',
    ];
    expect(wrongIn(right)).toEqual([]);
  });
});
