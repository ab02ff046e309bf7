import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The longest file by far goes first: as the last one it would leave the other cores idle. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => moduleId.endsWith("/play-devices.test.ts");
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

// Whatever database the shell names, no test writes into it.
delete process.env.DATABASE_URL;

/** Tests of what runs in the server. */
const inServer = ["{db,server}/**/*.test.ts", "app/api/**/*.test.ts"];
/** Tests of what is there with PostgreSQL alone. */
const onPostgres = [
  "db/postgres/**/*.test.ts",
  "server/base/database.test.ts",
  "server/log/isolation.test.ts",
  "server/log/transaction-sizes.test.ts",
];
/** Those of a process that has settings, or a server, of its own. */
const onOwn = [
  "app/api/sync/fail-over.test.ts",
  ...["compose-postgres", "on-postgres"].map((name) => `scripts/${name}.test.ts`),
];

/** Tests that run once more on PostgreSQL: on what engine, `db/sample-database.ts` knows. */
const onBoth = [
  ...["answered", "scope"].map((name) => `db/${name}.test.ts`),
  ...["auth", "closed-account", "guesses"].map((name) => `server/account/${name}.test.ts`),
  ...["attempts-at-once", "throttle"].map((name) => `server/base/${name}.test.ts`),
  ...["guarded", "session"].map((name) => `server/session/${name}.test.ts`),
  ...["bounds", "compare", "export-account", "large-logs", "many-states"].map(ofLog),
  ...["newest-quizzes", "odd-text", "progress-turns", "reports"].map(ofLog),
  ...["later-schema", "read-again", "sync", "sync-laws", "told", "unknown-fields"].map(ofLog),
  "app/api/{exam,reports,sync}/**/{exam,reports,sync,compare}.test.ts",
  ...["account", "links", "sessions", "export/export"].map(
    (name) => `app/api/account/${name}.test.ts`,
  ),
];

function ofLog(name: string): string {
  return `server/log/${name}.test.ts`;
}

const postgres = {
  // Two processes have to be given their turns, ours and the engine.
  testTimeout: 180_000,
  hookTimeout: 60_000,
  globalSetup: ["./vitest.postgres.ts"],
};

export default defineConfig({
  // server/ is marked server-only, which throws unless this condition is set.
  resolve: { conditions: ["react-server", "node"] },
  ssr: { resolve: { conditions: ["react-server", "node"] } },
  test: {
    // Laws try hundreds of cases; a busy machine takes its time over them.
    testTimeout: 60_000,
    // By default one core is left for the runner, which has next to nothing to do: on two cores that
    // is half of them.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    setupFiles: ["./vitest.setup.ts"],
    projects: [
      {
        extends: true,
        // Nothing in core has a state that a test could leave behind: its modules are loaded once for
        // all of its tests, which takes less than half the time.
        test: { name: "pure", include: ["{content,core}/**/*.test.ts"], isolate: false },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: inServer,
          exclude: [...onPostgres, ...onOwn, "**/node_modules/**"],
          isolate: false,
          setupFiles: ["./vitest.shared-file.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "others",
          include: ["{app,bench,scripts}/**/*.test.ts"],
          exclude: [...inServer, ...onOwn, "**/node_modules/**"],
        },
      },
      {
        extends: true,
        test: {
          ...postgres,
          name: "postgres",
          include: [...onPostgres, ...onBoth],
          isolate: false,
          setupFiles: ["./vitest.shared-file.ts", "./vitest.postgres-file.ts"],
        },
      },
      { extends: true, test: { ...postgres, name: "postgres alone", include: onOwn } },
    ],
  },
});
